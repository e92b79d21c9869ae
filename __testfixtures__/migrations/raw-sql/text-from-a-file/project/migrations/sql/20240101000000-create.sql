-- the base
CREATE TABLE users (
  id integer PRIMARY KEY, -- not "deletedAt"
  name text
);
CREATE TABLE "posts" ("id" integer PRIMARY KEY, "deletedAt" timestamp with time zone);
