ALTER TABLE `users` ADD `deletedAt` datetime;
