-- Adds the column in which a paranoid model notes when a row was deleted: nullable, so no row is rewritten.
ALTER TABLE "__TABLE__" ADD COLUMN "__COLUMN__" DATETIME /* Soft delete, added by __MIGRATION__ */;
