CREATE TABLE users (id integer);
CREATE TABLE posts (id integer, "deletedAt" timestamptz);
