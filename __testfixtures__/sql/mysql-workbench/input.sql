-- MySQL Workbench Forward Engineering
SET @OLD_UNIQUE_CHECKS=@@UNIQUE_CHECKS, UNIQUE_CHECKS=0;
DROP SCHEMA IF EXISTS `shop` ;
CREATE SCHEMA IF NOT EXISTS `shop` DEFAULT CHARACTER SET utf8 ;
USE `shop` ;

CREATE TABLE IF NOT EXISTS `shop`.`users` (
  `id` INT NOT NULL AUTO_INCREMENT,
  `deletedAt` DATETIME NULL,
  PRIMARY KEY (`id`))
ENGINE = InnoDB;

CREATE TABLE IF NOT EXISTS `posts` (
  `id` INT NOT NULL,
  `userId` INT NOT NULL,
  INDEX `fk_posts_users_idx` (`userId` ASC) VISIBLE,
  CONSTRAINT `fk_posts_users` FOREIGN KEY (`userId`) REFERENCES `shop`.`users` (`id`) ON DELETE NO ACTION)
ENGINE = InnoDB;
CREATE TABLE other.logs (id INT);
ALTER TABLE other.logs RENAME logs;
