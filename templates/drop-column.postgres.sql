-- Drops the column only if this migration added it, which its comment tells, and while no row is soft-deleted.
DO $deletedat$
DECLARE
  mark text;
  lost bigint;
BEGIN
  SELECT col_description(attrelid, attnum) INTO mark FROM pg_attribute
    WHERE attrelid = to_regclass(concat_ws('.', quote_ident('__SCHEMA__'), quote_ident('__TABLE__')))
    AND attname = '__COLUMN__';
  IF mark IS DISTINCT FROM 'Soft delete, added by __MIGRATION__' THEN
    RAISE NOTICE 'the column is not marked as added here, it stays as it is';
    RETURN;
  END IF;
  SELECT count(*) INTO lost FROM "__SCHEMA__"."__TABLE__" WHERE "__COLUMN__" IS NOT NULL;
  IF lost > 0 AND coalesce(current_setting('deletedat.allow_data_loss', true), '') = '' THEN
    RAISE EXCEPTION '% soft-deleted rows would come back to life: restore or delete them first, or set deletedat.allow_data_loss', lost;
  END IF;
  PERFORM set_config('lock_timeout', '1s', true);
  ALTER TABLE "__SCHEMA__"."__TABLE__" DROP COLUMN "__COLUMN__";
END
$deletedat$;
