-- Soft-deleted rows come back to life with this: restore or delete them first.
ALTER TABLE "__TABLE__" DROP COLUMN "__COLUMN__";
