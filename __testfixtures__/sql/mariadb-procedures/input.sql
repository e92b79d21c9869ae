CREATE TABLE users (id int, old int);
CREATE TABLE posts (id int);
DROP PROCEDURE IF EXISTS add_column;
DELIMITER //
CREATE PROCEDURE add_column(IN in_table VARCHAR(64), IN in_column VARCHAR(64), IN in_type VARCHAR(64))
BEGIN
  IF NOT EXISTS (
    SELECT * FROM information_schema.columns
    WHERE table_schema = DATABASE() AND table_name = in_table AND column_name = in_column
  ) THEN
    SET @ddl = CONCAT('ALTER TABLE `', in_table, '` ADD COLUMN `', in_column, '` ', in_type);
    PREPARE statement FROM @ddl;
    EXECUTE statement;
    DEALLOCATE PREPARE statement;
  END IF;
END//
DELIMITER ;
CALL add_column('users', 'deletedAt', 'datetime NULL');
CALL add_column('posts', 'deletedAt', 'datetime NULL');
DROP PROCEDURE add_column;

DELIMITER $$
CREATE PROCEDURE upgrade()
BEGIN
  DECLARE CONTINUE HANDLER FOR 1060 BEGIN END;
  ALTER TABLE posts ADD COLUMN title VARCHAR(20) DEFAULT 'a;b';
  ALTER TABLE users DROP COLUMN old;
END$$
CREATE TRIGGER touch BEFORE INSERT ON posts FOR EACH ROW
BEGIN
  SET NEW.id = CASE WHEN NEW.id IS NULL THEN 1 ELSE NEW.id END;
END$$
DELIMITER ;
CALL upgrade();
DROP PROCEDURE upgrade;
