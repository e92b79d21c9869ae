CREATE TABLE users (id int, "deletedAt" timestamp, name text);
CREATE TABLE posts (id int, createdAt timestamp, KEY by_created (createdAt));
ALTER TABLE users ADD removed timestamp;
ALTER TABLE users DROP COLUMN oldName;
CREATE TABLE Invoices (id int);
DROP TABLE users_old;
