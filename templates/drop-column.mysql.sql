-- Soft-deleted rows come back to life with this: restore or delete them first.
SET lock_wait_timeout = 1;
ALTER TABLE `__SCHEMA__`.`__TABLE__` DROP COLUMN `__COLUMN__`;
