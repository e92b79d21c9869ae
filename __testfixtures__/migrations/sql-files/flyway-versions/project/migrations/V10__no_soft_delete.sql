ALTER TABLE posts DROP COLUMN "deletedAt";
