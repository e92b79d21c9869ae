-- Soft-deleted rows come back to life with this: restore or delete them first.
SET lock_timeout = '1s';
ALTER TABLE "__SCHEMA__"."__TABLE__" DROP COLUMN "__COLUMN__";
