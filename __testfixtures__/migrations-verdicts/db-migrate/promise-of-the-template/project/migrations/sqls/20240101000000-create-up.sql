CREATE TABLE users (id serial, "deletedAt" timestamptz);
CREATE TABLE posts (id serial);
