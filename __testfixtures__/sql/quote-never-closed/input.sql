CREATE TABLE users (id int);
INSERT INTO users VALUES ('oops);
ALTER TABLE posts ADD COLUMN "deletedAt" timestamptz;
