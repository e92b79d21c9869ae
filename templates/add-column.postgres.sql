-- Adds the column in which a paranoid model notes when a row was deleted: nullable, so no row is rewritten.
-- Queries queue behind a change that waits for its lock: it waits a second, lets them by, and tries again.
DO $deletedat$
BEGIN
  PERFORM set_config('lock_timeout', '1s', true);
  FOR tried IN 1..10 LOOP
    BEGIN
      ALTER TABLE "__SCHEMA__"."__TABLE__" ADD COLUMN "__COLUMN__" TIMESTAMP WITH TIME ZONE;
      COMMENT ON COLUMN "__SCHEMA__"."__TABLE__"."__COLUMN__" IS 'Soft delete, added by __MIGRATION__';
      RETURN;
    EXCEPTION
      WHEN duplicate_column THEN
        RAISE NOTICE 'the column is there already, it stays as it is';
        RETURN;
      WHEN lock_not_available THEN
        IF tried = 10 THEN RAISE; END IF;
        RAISE NOTICE 'the table is locked, again in % s (% of 10)', least(0.1 * 2 ^ tried, 10), tried;
        PERFORM pg_sleep(least(0.1 * 2 ^ tried, 10));
    END;
  END LOOP;
END
$deletedat$;
