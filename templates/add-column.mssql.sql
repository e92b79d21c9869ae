-- Adds the column in which a paranoid model notes when a row was deleted: nullable, so no row is rewritten.
-- It waits a second for its lock. Run it again where it failed.
SET LOCK_TIMEOUT 1000;
ALTER TABLE [__SCHEMA__].[__TABLE__] ADD [__COLUMN__] DATETIMEOFFSET NULL;
