CREATE TABLE "a""b" ("c;d" int, "-- e" int, "/* f */" int, "it's" int, "$$" int, "DROP TABLE x" int, "läuft" int, "`" int);
CREATE TABLE "my.schema" ("select" int, "a.b" int, "'; --" text DEFAULT E'it\'s; \\', "tab	in" int);
ALTER TABLE "a""b" ADD COLUMN """quoted""" int DEFAULT 1, DROP COLUMN "it's";
ALTER TABLE "a""b" RENAME COLUMN "c;d" TO "d;c";
/* a comment /* in a comment; */ DROP TABLE "a""b"; */
CREATE TABLE Überall (Größe int, ÄPFEL int);
CREATE TABLE t$1 (a$b int); -- a dollar is no quote here: $b
SELECT $q$DROP TABLE t$1; $$ '$q$;
CREATE TABLE "%s" ("%I" int, "${}" int, "\" int);
