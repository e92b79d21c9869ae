CREATE TABLE users (id int, nick text, old_name text, extra text);
CREATE TABLE posts (id int, draft text);
CREATE TABLE drafts (id int);

DO $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM information_schema.columns
    WHERE table_name = 'users' AND column_name = 'deletedAt'
  ) THEN
    ALTER TABLE users ADD COLUMN "deletedAt" TIMESTAMP WITH TIME ZONE;
    RAISE NOTICE 'added; it was not there';
  END IF;
  IF NOT EXISTS (SELECT FROM pg_tables WHERE tablename = 'tokens') THEN
    CREATE TABLE tokens (id int, "deletedAt" timestamptz);
    GRANT EXECUTE ON FUNCTION pg_catalog.now() TO PUBLIC;
  END IF;
  -- ALTER TABLE users ADD COLUMN commented_out int;
  IF EXISTS (SELECT 1 FROM information_schema.columns WHERE column_name = 'old_name') THEN
    ALTER TABLE users RENAME COLUMN old_name TO new_name;
  END IF;
END
$$;

DO LANGUAGE plpgsql $body$
BEGIN
  ALTER TABLE posts DROP COLUMN draft;
  ALTER TABLE posts ADD COLUMN title text NOT NULL DEFAULT '$$';
END
$body$;

DO $$
BEGIN
  ALTER TABLE posts ADD COLUMN title text;
EXCEPTION
  WHEN duplicate_column THEN RAISE NOTICE 'title is there';
END $$;

DO 'BEGIN DROP TABLE drafts; END';
