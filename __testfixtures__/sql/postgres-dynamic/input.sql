CREATE TABLE users (id int);
CREATE TABLE posts (id int);
CREATE TABLE notes (id int, old text);

DO $$
DECLARE
  t text;
  kind text := 'timestamptz';
  statement text := 'ALTER TABLE notes ADD COLUMN "deletedAt" ' || kind;
BEGIN
  FOREACH t IN ARRAY ARRAY['users', 'posts'] LOOP
    EXECUTE format('ALTER TABLE %I ADD COLUMN IF NOT EXISTS %I %s', t, 'deletedAt', kind);
  END LOOP;
  EXECUTE statement;
  EXECUTE 'ALTER TABLE posts ADD COLUMN title text';
  EXECUTE 'ANALYZE posts';
  EXECUTE 'ALTER TABLE notes DROP COLUMN ' || (SELECT 'old');
END $$;

CREATE FUNCTION pg_temp.soft_delete(_table text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE 'ALTER TABLE ' || _table || ' ADD COLUMN "deletedBy" int';
END $$;
SELECT pg_temp.soft_delete('users'), pg_temp.soft_delete('posts');
