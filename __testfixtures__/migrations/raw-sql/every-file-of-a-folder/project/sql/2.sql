ALTER TABLE users ADD COLUMN "deletedAt" timestamptz;
