ALTER TABLE users FROBNICATE everything;
CREATE TABLE users;
CREATE TABLE posts (id int, odd %%% nonsense, "deletedAt" timestamptz);
ALTER TABLE posts;
ALTER TABLE posts RENAME a b c;
DROP TABLE users posts;
ALTER TABLE;
RENAME TABLE a b;
ALTER TABLE users ALTER COLUMN a TYPE;
