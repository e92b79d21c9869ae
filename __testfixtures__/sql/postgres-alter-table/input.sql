CREATE TABLE users (id int, old_name text, gone text, status text DEFAULT 'x', also_gone int);
CREATE SCHEMA archive;
ALTER TABLE IF EXISTS ONLY public.users
  ADD COLUMN IF NOT EXISTS "deletedAt" timestamptz,
  ADD deleted_by int NOT NULL DEFAULT 0,
  DROP COLUMN IF EXISTS gone CASCADE,
  DROP also_gone,
  DROP COLUMN IF EXISTS never_there,
  ALTER COLUMN old_name TYPE varchar(40) USING old_name::varchar(40),
  ALTER status SET NOT NULL,
  ALTER COLUMN status DROP DEFAULT,
  ALTER id SET DATA TYPE bigint,
  ALTER COLUMN id SET STATISTICS 100,
  ADD CONSTRAINT positive CHECK (id > 0),
  ADD UNIQUE (status),
  DISABLE TRIGGER ALL;
ALTER TABLE users ALTER COLUMN status DROP NOT NULL, ALTER status SET DEFAULT 'new';
ALTER TABLE users RENAME old_name TO "newName";
ALTER TABLE users RENAME COLUMN deleted_by TO index;
ALTER TABLE users RENAME index TO "deletedBy";
ALTER TABLE users RENAME CONSTRAINT positive TO above_zero;
ALTER TABLE users DROP CONSTRAINT above_zero;
ALTER TABLE users RENAME TO people;
ALTER TABLE people SET SCHEMA archive;
ALTER TABLE archive.people RENAME TO persons;
CREATE TABLE a (id int); CREATE TABLE b (id int); CREATE TABLE c (id int);
DROP TABLE IF EXISTS a, public.b, never_there CASCADE;
ALTER INDEX IF EXISTS c_idx RENAME TO d;
