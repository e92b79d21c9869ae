-- Adds the column in which a paranoid model notes when a row was deleted: nullable, so no row is rewritten.
-- It waits a second for its lock, and fails rather than rebuild the table. Run it again where it failed.
SET lock_wait_timeout = 1;
ALTER TABLE `__SCHEMA__`.`__TABLE__` ADD COLUMN `__COLUMN__` DATETIME NULL COMMENT 'Soft delete, added by __MIGRATION__', ALGORITHM=INSTANT;
