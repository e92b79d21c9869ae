CREATE TABLE users (id int);
CREATE TABLE posts (id int, title text);
DO $$
DECLARE r record;
BEGIN
  FOR r IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
    EXECUTE 'ALTER TABLE ' || quote_ident(r.tablename) || ' ADD COLUMN "deletedAt" timestamptz';
  END LOOP;
  FOR r IN SELECT 'posts' AS name LOOP
    EXECUTE format('DROP TABLE %I', r.name);
  END LOOP;
END $$;
