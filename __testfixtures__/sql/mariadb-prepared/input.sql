CREATE TABLE users (id int);
SET @there = (SELECT COUNT(*) FROM information_schema.columns
  WHERE table_schema = DATABASE() AND table_name = 'users' AND column_name = 'deletedAt');
SET @ddl = IF(@there > 0, 'SELECT 1', 'ALTER TABLE users ADD COLUMN deletedAt DATETIME NULL');
PREPARE statement FROM @ddl;
EXECUTE statement;
DEALLOCATE PREPARE statement;
SET @tablename = 'users';
SET @columnname = "deletedBy";
SET @ddl = (SELECT IF(
  (SELECT COUNT(*) FROM information_schema.columns WHERE table_name = @tablename AND column_name = @columnname) > 0,
  "SELECT 1",
  CONCAT("ALTER TABLE ", @tablename, " ADD ", @columnname, " INT(11);")
));
PREPARE statement FROM @ddl;
EXECUTE statement;
DEALLOCATE PREPARE statement;
EXECUTE IMMEDIATE 'ALTER TABLE users ADD COLUMN reason text';
