ALTER TABLE jobs MODIFY title varchar(300);
