DROP TABLE users;
DROP TABLE posts;
