CREATE TABLE `a``b` (`c;d` int, `-- e` int, `# f` int, `/* g */` int, `it's` int, `"` int, `DROP TABLE x` int);
CREATE TABLE `my.table` (`select` int, `a.b` int, `2nd` int, note varchar(40) DEFAULT 'it\'s; \\', other varchar(40) DEFAULT "say \"no\";");
ALTER TABLE `a``b` ADD COLUMN ```quoted``` int AFTER `it's`, CHANGE `c;d` `d;c` int COMMENT 'a, DROP b';
CREATE TABLE 2nd_table (3rd_column int, straße int, MixedCase int, $dollar int);
SELECT '/*', '-- x', "*/"; -- DROP TABLE `a``b`;
ALTER TABLE 2nd_table DROP 3rd_column; # DROP TABLE 2nd_table;
