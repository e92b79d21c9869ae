-- Soft-deleted rows come back to life with this: restore or delete them first.
SET LOCK_TIMEOUT 1000;
ALTER TABLE [__SCHEMA__].[__TABLE__] DROP COLUMN [__COLUMN__];
