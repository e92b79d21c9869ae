CREATE TABLE jobs (
  id int AUTO_INCREMENT PRIMARY KEY,
  title varchar(255),
  createdAt datetime,
  updatedAt datetime
);
