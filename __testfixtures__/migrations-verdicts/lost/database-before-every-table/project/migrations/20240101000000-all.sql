CREATE SCHEMA IF NOT EXISTS `studio` DEFAULT CHARACTER SET utf8;
CREATE TABLE IF NOT EXISTS `studio`.`users` (`id` INT NOT NULL, `deletedAt` DATETIME NULL, PRIMARY KEY (`id`)) ENGINE = InnoDB;
CREATE TABLE IF NOT EXISTS `studio`.`posts` (
  `id` INT NOT NULL,
  `user` INT NOT NULL,
  CONSTRAINT `of_user` FOREIGN KEY (`user`) REFERENCES `studio`.`users` (`id`) ON DELETE CASCADE
) ENGINE = InnoDB;
CREATE TABLE `rooms` (`id` INT NOT NULL);
CREATE TABLE `archive`.`rooms` (`id` INT NOT NULL, `deletedAt` DATETIME NULL);
