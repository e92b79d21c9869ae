-- migrate:up
CREATE TABLE jobs (
  id serial PRIMARY KEY,
  title text,
  "createdAt" timestamptz,
  "updatedAt" timestamptz
);

-- migrate:down
DROP TABLE jobs;
