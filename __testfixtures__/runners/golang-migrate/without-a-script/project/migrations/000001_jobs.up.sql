CREATE TABLE jobs (
  id serial PRIMARY KEY,
  title text,
  "createdAt" timestamptz,
  "updatedAt" timestamptz
);
