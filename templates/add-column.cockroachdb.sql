-- Adds the column in which a paranoid model notes when a row was deleted: nullable, so no row is rewritten.
-- CockroachDB changes tables in the background while others read and write. Run it again where it failed.
SET lock_timeout = '1s';
ALTER TABLE "__SCHEMA__"."__TABLE__" ADD COLUMN IF NOT EXISTS "__COLUMN__" TIMESTAMPTZ;
COMMENT ON COLUMN "__SCHEMA__"."__TABLE__"."__COLUMN__" IS 'Soft delete, added by __MIGRATION__';
