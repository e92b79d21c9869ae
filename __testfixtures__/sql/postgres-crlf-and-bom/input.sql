-- Sessions
CREATE TABLE sessions (
	id serial,
	title text DEFAULT 'a
b;', -- the title
	"deletedAt" timestamptz
);

ALTER TABLE sessions
	ADD COLUMN
		note text;
\echo done; DROP TABLE sessions;
