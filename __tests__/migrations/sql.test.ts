/** Raw SQL read as changes: fixtures, and one line per notation. */

import { mentions, readSql, unreadMarker } from '../../src/migrations/sql'
import { at, changesOf, said, sqlCases } from '../helpers/sql-cases'

const cases = sqlCases()

test('there are cases for every database', () => {
  const dialects = new Set(cases.map(({ dialect }) => dialect))
  expect([...dialects].sort()).toEqual([
    'cockroachdb',
    'mariadb',
    'mssql',
    'mysql',
    'postgres',
    'sqlite',
    undefined,
  ])
})

test.each(cases)('$name', (one) => {
  expect(changesOf(one)).toEqual(one.changes)
})

const read = (sql: string, dialect?: string) => readSql(sql, dialect, at).map(said)

describe('PostgreSQL', () => {
  test.each([
    ['ALTER TABLE Users ADD DeletedAt TIMESTAMPTZ', ['add users.deletedat TIMESTAMPTZ']],
    ['ALTER TABLE "Users" ADD "DeletedAt" timestamp', ['add Users.DeletedAt TIMESTAMP']],
    ['alter table `users` add `deletedAt` timestamp', ['add users.deletedAt TIMESTAMP']],
    ['ALTER TABLE users ADD key text, ADD index int', ['add users.key TEXT', 'add users.index INT']],
    ['ALTER TABLE users* ADD a int', ['add users.a INT']],
    ['ALTER FOREIGN TABLE users ADD a int', ['add users.a INT']],
    ['ALTER TABLE ALL IN TABLESPACE a SET TABLESPACE b', []],
    ['ALTER TABLE users ALTER a SET DEFAULT NULL', ['change users.a NO DEFAULT']],
    ['ALTER TABLE users ALTER a SET DEFAULT NULL::text', ['change users.a NO DEFAULT']],
    ['ALTER TABLE users ALTER a ADD GENERATED ALWAYS AS IDENTITY', []],
    ['CREATE TABLE a (b "public"."enum_a_b" NOT NULL)', ['create a (b "PUBLIC"."ENUM_A_B" NOT NULL)']],
    ['CREATE TABLE a (b timestamp(3) with time zone)', ['create a (b TIMESTAMP(3) WITH TIME ZONE)']],
    ['CREATE TABLE db.s.t (a int)', ['create s.t (a INT)']],
    ['CREATE TABLE IF NOT EXISTS a.b AS TABLE c', ['create a.b () or more: its columns come from a query']],
    ['CREATE LOCAL TEMP TABLE t (a int); ALTER TABLE t ADD b int; DROP TABLE t', []],
    ['CREATE TEMP TABLE t (a int); DROP TABLE t; CREATE TABLE t (b int)', ['create t (b INT)']],
    ['ALTER TABLE pg_temp.t ADD b int', []],
    ['DROP SCHEMA IF EXISTS a, "B" CASCADE', ['drop schema a', 'drop schema B']],
    ['DROP DATABASE app', []],
    ['DROP OWNED BY someone', ['unread any']],
    ['ALTER SCHEMA a RENAME TO b', ['unread any']],
    ['IMPORT FOREIGN SCHEMA a FROM SERVER b INTO c', ['unread any']],
    ['SET search_path = "$user", public; CREATE TABLE a (b int)', ['create a (b INT)']],
    ['SET LOCAL search_path TO Tenant; CREATE TABLE a (b int)', ['create tenant.a (b INT)']],
    ["DO $$ BEGIN EXECUTE 'GRANT SELECT ON a TO b'; END $$", []],
    ['DO $$ DECLARE s text; BEGIN EXECUTE s; END $$', ['unread any']],
    ["DO $$ BEGIN EXECUTE 'ALTER TABLE a ADD ' || c || ' int'; END $$", ['unread a']],
    ["DO $$ BEGIN EXECUTE format('ALTER TABLE %s.users DROP a', s); END $$", ['unread users (a)']],
    ['DO $$ BEGIN IF x THEN DROP TABLE a; END IF; END $$', ['unread a']],
    ['DO $$ BEGIN IF x THEN ALTER TABLE a RENAME TO b; END IF; END $$', ['unread a, b']],
    ["DO $$ DECLARE s text := 'DO $x$ BEGIN EXECUTE s; END $x$'; BEGIN EXECUTE s; END $$", ['unread any']],
    ['CREATE FUNCTION f() RETURNS void AS $$ BEGIN DROP TABLE a; END $$ LANGUAGE plpgsql', []],
    [
      'CREATE FUNCTION f() RETURNS void AS $$ BEGIN DROP TABLE a; END $$ LANGUAGE plpgsql; SELECT f()',
      ['drop a'],
    ],
    [
      'CREATE PROCEDURE p() LANGUAGE SQL BEGIN ATOMIC DELETE FROM a; DROP TABLE b; END; DROP TABLE c',
      ['drop c', 'unread b'],
    ],
    ['PREPARE p AS SELECT 1; EXECUTE p; CREATE TABLE a (b int)', ['create a (b INT)']],
  ])('%s', (sql, changes) => {
    expect(read(sql, 'postgres')).toEqual(changes)
  })
})

describe('MySQL and MariaDB', () => {
  test.each([
    ['ALTER TABLE a ADD b int, ADD KEY k (b), ADD COLUMN (c int, KEY (c))', ['add a.b INT', 'add a.c INT']],
    ['ALTER TABLE a CHANGE b b DATETIME(3) NOT NULL', ['change a.b DATETIME(3) NOT NULL NO DEFAULT']],
    ['ALTER TABLE a MODIFY id INT AUTO_INCREMENT', ['change a.id INT NO DEFAULT']],
    ['ALTER TABLE a RENAME b', ['rename a to b']],
    ['ALTER TABLE a CHANGE b c int, CHANGE c b int', ['unread a']],
    [
      'IF x THEN ALTER TABLE a ADD b int; DROP TABLE c; END IF; DROP TABLE d',
      ['add a.b INT', 'unread c', 'drop d'],
    ],
    ['ALTER TABLE x.a RENAME TO b', ['rename x.a to b']],
    ['ALTER TABLE a RENAME AS x.b, ADD c int', ['add a.c INT', 'rename a to x.b']],
    ['ALTER TABLE a RENAME KEY b TO c, DROP FOREIGN KEY d, DROP PRIMARY KEY', []],
    ['ALTER TABLE a ADD PARTITION (PARTITION p VALUES LESS THAN (3)), ADD SYSTEM VERSIONING', []],
    ['RENAME TABLE a TO b, c TO d', ['rename a to b', 'rename c to d']],
    ['CREATE TABLE a (b int AS (c + 1) STORED, d INT(3) UNSIGNED)', ['create a (b INT, d INT(3) UNSIGNED)']],
    ['CREATE TABLE a (`b` varchar(3) BINARY, c text CHARSET latin1)', ['create a (b VARCHAR(3), c TEXT)']],
    ['CREATE TABLE a (SELECT 1 AS b)', ['create a () or more: its columns come from a query']],
    ["CREATE TABLE a (b varchar(9) DEFAULT 'it\\'s, c int')", ['create a (b VARCHAR(9) DEFAULT)']],
    ['CREATE TABLE a (b int) COMMENT="x; y"; DROP TABLE c', ['create a (b INT)', 'drop c']],
    ['DROP DATABASE app; USE app', ['drop all']],
    ['DROP DATABASE other', ['drop schema other']],
    [
      'USE one; CREATE TABLE a (b int); USE two; CREATE TABLE a (b int)',
      ['create one.a (b INT)', 'create two.a (b INT)'],
    ],
    ['SELECT a INTO @b FROM c; SELECT a INTO OUTFILE "/tmp/x" FROM c', []],
    ["EXECUTE IMMEDIATE CONCAT('ALTER TABLE ', @unknown, ' ADD a int')", ['unread any (a)']],
    ["SET @a = 'DROP TABLE x'; SET @a = 'DROP TABLE y'; PREPARE s FROM @a; EXECUTE s", ['drop y']],
    ['CREATE PROCEDURE p() BEGIN ALTER TABLE a ADD b int; END', ['unread a']],
    [
      'CREATE DEFINER=`r`@`h` TRIGGER t BEFORE INSERT ON a FOR EACH ROW BEGIN DELETE FROM b; END; DROP TABLE c',
      ['drop c'],
    ],
    [
      '/*!50001 CREATE TABLE a (b int) */; /*M!100100 DROP TABLE c */; /*M!999999\\- DROP TABLE d */;',
      ['create a (b INT)', 'drop c'],
    ],
  ])('%s', (sql, changes) => {
    expect(read(sql, 'mysql')).toEqual(changes)
    expect(read(sql, 'mariadb')).toEqual(changes)
  })
})

describe('SQLite and SQL Server', () => {
  test.each([
    ['sqlite', "CREATE TABLE 'a b' ('c' int, [d e], `f`)", ['create a b (c INT, d e, f)']],
    [
      'sqlite',
      'CREATE TABLE a (key TEXT, KeptAsWritten DATETIME)',
      ['create a (key TEXT, KeptAsWritten DATETIME)'],
    ],
    ['mssql', 'ALTER TABLE [a]]b].[c] ADD [d e] int NULL', ['add a]b.c.d e INT NULL']],
    ['mssql', 'CREATE TABLE a (b int, INDEX i (b))\nDROP TABLE c', ['create a (b INT)', 'drop c']],
    ['mssql', "EXEC sp_rename 'a.b', 'c', 'INDEX'", []],
    [
      'mssql',
      'SET x 1\nIF y BEGIN ALTER TABLE a ADD b int; DROP TABLE c; END; DROP TABLE d',
      ['add a.b INT', 'unread c', 'drop d'],
    ],
    ['mssql', 'BEGIN TRAN; ALTER TABLE a ADD b int; DROP TABLE c; COMMIT', ['add a.b INT', 'drop c']],
    ['mssql', 'EXEC sp_rename @from, @to', ['unread any']],
    ['mssql', 'EXEC dbo.something 1', []],
    ['mssql', 'SELECT a INTO b FROM c', ['create b () or more: its columns come from a query']],
    ['oracle', 'ALTER TABLE Users ADD removed date', ['unread Users, users (removed)']],
  ])('%s: %s', (dialect, sql, changes) => {
    expect(read(sql, dialect)).toEqual(changes)
  })
})

describe('a dialect that is not known', () => {
  test.each([
    ['CREATE TABLE users (deleted_at timestamp)', ['create users (deleted_at TIMESTAMP)']],
    ['ALTER TABLE users ADD deletedAt timestamp', ['unread users (deletedAt, deletedat)']],
    ['ALTER TABLE users ADD deletedAt datetime', ['add users.deletedAt DATETIME']],
    ['ALTER TABLE `users` ADD deletedAt timestamp', ['add users.deletedAt TIMESTAMP']],
    ['ALTER TABLE users ADD deletedAt timestamptz', ['add users.deletedat TIMESTAMPTZ']],
    [
      'CREATE TABLE users (id serial, deletedAt timestamp)',
      ['create users (id SERIAL, deletedat TIMESTAMP)'],
    ],
    ["INSERT INTO a VALUES ('it\\'s'); ALTER TABLE users ADD note text", ['add users.note TEXT']],
    ['CREATE TABLE a (b int, KEY c (b), key2 varchar(20))', ['create a (b INT, key2 VARCHAR(20))']],
  ])('%s', (sql, changes) => {
    expect(read(sql)).toEqual(changes)
  })
})

describe('what changes no table', () => {
  test.each([
    'SELECT * FROM users',
    "INSERT INTO users VALUES ('drop table users'), (%%% not parsable)",
    'UPDATE users SET name = 1; DELETE FROM users; TRUNCATE users',
    'CREATE INDEX i ON users (id); CREATE UNIQUE INDEX CONCURRENTLY i ON users (id); DROP INDEX i',
    'CREATE VIEW v AS SELECT * FROM users; CREATE OR REPLACE VIEW v AS SELECT 1; DROP VIEW v',
    "CREATE TYPE t AS ENUM ('a'); ALTER TYPE t ADD VALUE 'b'; DROP TYPE t",
    'CREATE EXTENSION IF NOT EXISTS pgcrypto; CREATE SEQUENCE s; ALTER SEQUENCE s RESTART; CREATE ROLE r',
    'COMMENT ON TABLE users IS $$ALTER TABLE users DROP a$$; GRANT ALL ON users TO r; SET a = b',
    'BEGIN; COMMIT; START TRANSACTION; ROLLBACK; LOCK TABLE users; VACUUM users; ANALYZE users',
    '-- DROP TABLE users;\n/* ALTER TABLE users DROP a; */',
    'ALTER TABLE users ADD CONSTRAINT a FOREIGN KEY (b) REFERENCES c (d) ON DELETE SET NULL',
    'ALTER TABLE users ENABLE ROW LEVEL SECURITY, OWNER TO someone, SET (fillfactor = 70), VALIDATE CONSTRAINT a',
    '',
    ';;;',
  ])('%s', (sql) => {
    for (const dialect of ['postgres', 'mysql', 'sqlite', 'mssql', undefined])
      expect(read(sql, dialect)).toEqual([])
  })

  test('mentions tells without reading', () => {
    expect(mentions('SELECT 1')).toBe(false)
    expect(mentions('INSERT INTO a SELECT * FROM b')).toBe(false)
    expect(mentions('select * into a from b')).toBe(true)
    expect(mentions('alter table a add b int')).toBe(true)
    expect(mentions('__unread_0__')).toBe(true)
  })
})

describe('what cannot be read', () => {
  test('says the statement, shortened, and why', () => {
    const sql = `ALTER TABLE users FROBNICATE\n\t${'very '.repeat(30)}much`
    const [change] = readSql(sql, 'postgres', at)
    expect(change).toEqual({
      do: 'unread',
      tables: [{ name: 'users' }],
      unknown: {
        kind: 'unknown',
        text: `ALTER TABLE users FROBNICATE ${'very '.repeat(10)}…`,
        at,
        why: 'this part of it could not be read',
      },
    })
  })

  test('an unread part of a template is shown as three dots, never by its marker', () => {
    const [change] = readSql('ALTER TABLE __unread_12__ ADD a int', 'postgres', at)
    expect(unreadMarker.test('x__unread_12__y')).toBe(true)
    expect(change).toMatchObject({ tables: [], unknown: { text: 'ALTER TABLE … ADD a int' } })
  })

  test('any cut of a real text is read without a throw', () => {
    for (const { sql, dialect } of cases)
      for (let end = 1; end < sql.length; end += 31) {
        expect(() => readSql(sql.slice(0, end), dialect, at)).not.toThrow()
        expect(() => readSql(sql.slice(end), undefined, at)).not.toThrow()
      }
  })

  test('long data costs little', () => {
    const rows = "(1, 'don''t; DROP TABLE users', 'x'), ".repeat(50_000)
    expect(
      read(`CREATE TABLE a (b int); INSERT INTO a VALUES ${rows}; DROP TABLE c`, 'postgres'),
    ).toHaveLength(2)
  })
})
