CREATE TABLE users (id integer PRIMARY KEY);

CREATE TABLE posts (id integer PRIMARY KEY);

ALTER TABLE users ADD COLUMN "deletedAt" timestamptz;
