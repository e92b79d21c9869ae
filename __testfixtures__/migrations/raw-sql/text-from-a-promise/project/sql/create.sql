CREATE TABLE users (id integer PRIMARY KEY, deleted_at timestamptz);
