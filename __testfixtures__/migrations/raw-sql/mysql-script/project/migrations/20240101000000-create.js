exports.up = async ({ sequelize }) => {
  await sequelize.query(
    'CREATE TABLE `users` (`id` int NOT NULL AUTO_INCREMENT, `name` varchar(20), PRIMARY KEY (`id`)) ENGINE=InnoDB',
  )
  await sequelize.query(
    'ALTER TABLE `users` ADD COLUMN `deleted` tinyint(1), ADD `deletedAt` datetime NULL AFTER `name`',
  )
  await sequelize.query('ALTER TABLE `users` CHANGE `deletedAt` `deleted_at` datetime DEFAULT NULL')
}
