-- migrate:up
CREATE TABLE jobs (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  title TEXT,
  createdAt DATETIME,
  updatedAt DATETIME
);

-- migrate:down
DROP TABLE jobs;
