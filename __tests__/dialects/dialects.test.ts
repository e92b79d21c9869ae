/** How each database places, names and describes, and what its drivers' words mean: as text, without a server. */

import {
  connectionFault,
  deletedRows,
  dialectNamed,
  dialectOf,
  dialects,
  kin,
  located,
  meantBy,
  optionFor,
  optionsNamed,
  packagesOfDialects,
  seen,
} from '../../src/dialects'
import type { Catalog, Dialect, Relation, Whereabouts } from '../../src/types'

const named = (spelling: string) => dialectNamed(spelling) as Dialect

const where = (more: Partial<Whereabouts> = {}): Whereabouts => ({
  database: 'gym',
  server: 'x',
  user: 'ada',
  path: ['public'],
  foldsTables: false,
  seesAll: true,
  ...more,
})

const relation = (name: string, more: Partial<Relation> = {}): Relation => ({
  name,
  kind: 'table',
  visible: true,
  columns: [{ name: 'id' }],
  ...more,
})

test('every spelling of Sequelize is known, and no other', () => {
  const spellings = ['postgres', 'mysql', 'mariadb', 'sqlite', 'sqlite3', 'mssql', 'cockroachdb']
  expect(spellings.map((one) => dialectNamed(one)?.name)).toEqual([
    'postgres',
    'mysql',
    'mysql',
    'sqlite',
    'sqlite',
    'mssql',
    'cockroachdb',
  ])
  expect(dialectNamed('db2')).toBeUndefined()
  expect(dialects.map(({ drivers: [one] }) => one)).toEqual([
    'pg',
    'sequelize-cockroachdb',
    'sqlite3',
    'tedious',
    'mysql2',
  ])
  expect(optionsNamed()).toEqual(['postgres', 'sqlite', 'mssql', 'mysql', 'mariadb'])
})

test.each([
  ['postgres', '"a""b"'],
  ['mysql', '`a"b`'],
  ['sqlite', '`a"b`'],
  ['mssql', '[a"b]'],
])('%s quotes a name', (dialect, quoted) => expect(named(dialect).quote('a"b')).toBe(quoted))

test('each doubles the sign it quotes by', () => {
  expect(named('mysql').quote('a`b')).toBe('`a``b`')
  expect(named('sqlite').quote('a`b')).toBe('`a``b`')
  expect(named('mssql').quote('a]b')).toBe('[a]]b]')
})

/** R9 of docs/rules.md. */
test.each([
  ['postgres', 6, { schema: 'auth', name: 'Sessions' }],
  ['sqlite', 5, { name: 'auth.Sessions' }],
  ['sqlite', 6, { name: 'auth.Sessions' }],
  ['sqlite', 7, { name: 'auth.Sessions' }],
  ['mysql', 5, { name: 'auth.Sessions' }],
  ['mysql', 6, { name: 'auth.Sessions' }],
  ['mysql', 7, { schema: 'auth', name: 'Sessions' }],
  ['mariadb', 6, { schema: 'auth', name: 'Sessions' }],
  ['mariadb', 7, { schema: 'auth', name: 'Sessions' }],
  ['mssql', 6, { schema: 'auth', name: 'Sessions' }],
])('%s, version %i, places a table with a schema', (dialect, major, place) => {
  const dialectOf = named(dialect)
  expect(dialectOf.place({ schema: 'auth', name: 'Sessions' }, { dialect, major })).toEqual(place)
  expect(dialectOf.place({ name: 'Sessions' }, { dialect, major })).toEqual({ name: 'Sessions' })
})

describe('where a table is found', () => {
  const app = relation('sessions', { schema: 'app', visible: false })
  const inPublic = relation('sessions', { schema: 'public' })

  test('a name alone is what the connection sees', () => {
    expect(located({ name: 'sessions' }, [app, inPublic], where())).toBe(inPublic)
    expect(located({ name: 'sessions' }, [app], where())).toBeUndefined()
  })

  test('a schema is what it says, seen or not', () => {
    expect(located({ schema: 'app', name: 'sessions' }, [inPublic, app], where())).toBe(app)
    expect(located({ schema: 'other', name: 'sessions' }, [inPublic, app], where())).toBeUndefined()
  })

  test('case matters where the database says so', () => {
    const mixed = relation('Sessions')
    expect(located({ name: 'sessions' }, [mixed], where())).toBeUndefined()
    expect(located({ name: 'sessions' }, [mixed], where({ foldsTables: true }))).toBe(mixed)
    const exact = relation('sessions')
    expect(located({ name: 'sessions' }, [mixed, exact], where({ foldsTables: true }))).toBe(exact)
  })

  const table = { name: 'sessions' }
  const wanted = [{ table, place: table }]

  test('a table that is there has its columns, one that is not is not in the schema', () => {
    const there = seen(wanted, [inPublic], where())
    expect(there.source).toBe('database')
    expect([...(there.tables[0]?.columns.keys() ?? [])]).toEqual(['id'])
    expect(seen(wanted, [], where()).tables).toEqual([])
  })

  test('one in another schema is said to be there', () => {
    const [one] = seen(wanted, [app], where()).tables
    expect(one?.unseen).toBe('"sessions" is in the schema "app", and this connection looks only in public.')
    const [none] = seen(wanted, [app], where({ path: [] })).tables
    expect(none?.unseen).toContain('looks only in none')
  })

  test('one that may be hidden is not said to be missing', () => {
    const [one] = seen(wanted, [], where({ seesAll: false })).tables
    expect(one?.unseen).toBe(
      'The user ada sees only tables it has rights on, and "sessions" is none of them.',
    )
  })

  test('with a schema that is asked for, one elsewhere is no answer', () => {
    const place = { schema: 'other', name: 'sessions' }
    expect(seen([{ table: place, place }], [app, inPublic], where()).tables).toEqual([])
  })
})

test('a table of MySQL without columns is being altered', () => {
  const row = { schema: 'gym', name: 'sessions', kind: 'BASE TABLE', here: 1, column: null }
  expect(named('mysql').catalog.relations(['sessions']).read([row])).toEqual([
    expect.objectContaining({ changing: true, columns: [] }),
  ])
})

test('how many rows are soft-deleted', () => {
  const asked = deletedRows(named('mssql'), relation('sessions', { schema: 'dbo' }), 'deletedAt')
  expect(asked.sql).toBe('SELECT count(*) AS n FROM [dbo].[sessions] WHERE [deletedAt] IS NOT NULL')
  expect(asked.read([{ n: '3' }])).toBe(3)
})

describe('SQL Server, whose answers are only text here', () => {
  const { catalog: mssql } = named('mssql')
  const row = {
    schema: 'dbo',
    name: 'sessions',
    visible: 1,
    column: 'deletedAt',
    nullable: true,
    fallback: 0,
  }

  test('relations', () => {
    const { sql, replacements, read } = mssql.relations(['sessions'])
    expect(sql).toContain('o.name IN (:names)')
    expect(replacements).toEqual({ names: ['sessions'] })
    expect(read([{ ...row, kind: 'U ', type: 'datetimeoffset' }])).toEqual([
      {
        schema: 'dbo',
        name: 'sessions',
        kind: 'table',
        visible: true,
        columns: [{ name: 'deletedAt', type: 'DATETIMEOFFSET', allowNull: true, hasDefault: false }],
      },
    ])
    const [view] = read([{ ...row, kind: 'V ', type: 'date', fallback: 7, nullable: false }])
    expect(view).toMatchObject({
      kind: 'view',
      columns: [{ type: 'DATEONLY', allowNull: false, hasDefault: true }],
    })
  })

  test('whereabouts and burden', () => {
    const answer = { database: 'gym', user: 'ada', path: 'dbo', server: '16.0', folds: 1, sees: 0 }
    expect(mssql.whereabouts.read([answer])).toEqual({
      database: 'gym',
      server: 'SQL Server 16.0',
      user: 'ada',
      path: ['dbo'],
      foldsTables: true,
      seesAll: false,
    })
    const { read } = mssql.burden(relation('sessions', { schema: 'dbo' }))
    expect(read([{ mine: 0, n: '12', bytes: '8192' }])).toEqual({ mayAlter: false, rows: 12, bytes: 8192 })
    expect(read([])).toEqual({ mayAlter: false, rows: 0, bytes: 0 })
  })

  test('the lock is free at 0 and 1, and not below', () => {
    const { take } = mssql.advisory as NonNullable<Catalog['advisory']>
    expect([0, 1, -1, -999].map((free) => take.read([{ free }]))).toEqual([true, true, false, false])
  })
})

/** Recorded texts: no server of it can be had here. */
describe('CockroachDB, to which Sequelize connects as to PostgreSQL', () => {
  const cockroachdb = named('cockroachdb')
  const version = 'CockroachDB CCL v23.1.11 (x86_64-pc-linux-gnu, built 2023/10/04 21:35:40, go1.19.10)'

  test('the server tells it apart, or the package that is installed', () => {
    expect(dialectOf('postgres', version)).toBe(cockroachdb)
    expect(dialectOf('postgres', 'PostgreSQL 16.4 on x86_64-pc-linux-gnu, compiled by gcc')).toBe(
      named('postgres'),
    )
    expect(dialectOf('mysql', version)).toBe(named('mysql'))
    expect(packagesOfDialects()).toMatchObject({ 'sequelize-cockroachdb': 'cockroachdb', oracledb: 'oracle' })
    expect(meantBy('postgres', 'cockroachdb')).toBe('cockroachdb')
    expect(meantBy(undefined, 'cockroachdb')).toBe('cockroachdb')
    expect(meantBy('mysql', 'cockroachdb')).toBe('mysql')
    expect(meantBy('postgres', 'mysql')).toBe('postgres')
    expect([optionFor('cockroachdb'), optionFor('mariadb')]).toEqual(['postgres', 'mariadb'])
  })

  test('it says its own name, keeps no lock of a session, and tells no size', () => {
    const { catalog } = cockroachdb
    const row = { database: 'gym', user: 'ada', server: '13.0.0', says: version, path: '["public"]' }
    expect(catalog.whereabouts.read([row])).toMatchObject({ server: 'CockroachDB 23.1.11', path: ['public'] })
    expect(catalog.advisory).toBeUndefined()
    expect(catalog.holders).toBeUndefined()
    expect(catalog.burden(relation('sessions', { schema: 'public' })).read([{ owner: 'ada' }])).toEqual({
      owner: 'ada',
    })
  })

  test.each([
    ['ERROR: node is running secure mode, SSL connection required (08P01)', 'only encrypted'],
    ['server is not accepting clients, try another node (57P01)', 'shutting down'],
    ['restart transaction: TransactionRetryWithProtoRefreshError (40001)', 'has to begin again'],
    ['user ada does not have CREATE privilege on relation sessions (42501)', 'may not do that'],
    ['password authentication failed for user ada (28P01)', 'refuses the user'],
    ['database "gym" does not exist (3D000)', 'no such database'],
  ])('%s', (says, what) => expect(connectionFault(says, kin('postgres'))?.what).toContain(what))
})

describe('what a driver says', () => {
  test.each([
    ['postgres', 'password authentication failed for user "ada" (28P01)', 'refuses the user or the password'],
    [
      'postgres',
      'SASL: SCRAM-SERVER-FIRST-MESSAGE: client password must be a string',
      'refuses the user or the password',
    ],
    [
      'postgres',
      'no pg_hba.conf entry for host "1.2.3.4", user "a", database "b", no encryption (28000)',
      'only encrypted',
    ],
    [
      'postgres',
      'no pg_hba.conf entry for host "1.2.3.4", user "a", database "b", SSL on (28000)',
      'does not let this user in',
    ],
    ['postgres', 'role "ada" does not exist (28000)', 'does not let this user in'],
    ['postgres', 'The server does not support SSL connections', 'the server has none'],
    ['postgres', 'database "gym" does not exist (3D000)', 'no such database'],
    ['postgres', 'terminating connection due to administrator command (57P01)', 'ended the connection'],
    ['postgres', 'Connection terminated unexpectedly', 'ended the connection'],
    ['postgres', 'permission denied for table sessions (42501)', 'may not do that'],
    ['postgres', 'sorry, too many clients already (53300)', 'no connection left'],
    [
      'mysql',
      "Access denied for user 'a'@'b' (using password: YES) (ER_ACCESS_DENIED_ERROR)",
      'refuses the user or the password',
    ],
    [
      'mysql',
      "Access denied for user 'a'@'%' to database 'gym' (ER_DBACCESS_DENIED_ERROR)",
      'may not do that',
    ],
    [
      'mysql',
      "ALTER command denied to user 'a'@'b' for table 'sessions' (ER_TABLEACCESS_DENIED_ERROR)",
      'may not do that',
    ],
    ['mysql', "Unknown database 'gym' (ER_BAD_DB_ERROR)", 'no such database'],
    [
      'mysql',
      'Connections using insecure transport are prohibited while --require_secure_transport=ON.',
      'only encrypted',
    ],
    ['mysql', 'Server does not support secure connection (HANDSHAKE_NO_SSL_SUPPORT)', 'the server has none'],
    [
      'mysql',
      'Connection lost: The server closed the connection. (PROTOCOL_CONNECTION_LOST)',
      'ended the connection',
    ],
    ['mysql', 'Too many connections (ER_CON_COUNT_ERROR)', 'no connection left'],
    ['sqlite', 'SQLITE_CANTOPEN: unable to open database file', 'cannot be opened'],
    ['sqlite', 'SQLITE_NOTADB: file is not a database', 'no SQLite database'],
    ['sqlite', 'SQLITE_READONLY: attempt to write a readonly database', 'cannot be written'],
    ['sqlite', 'SQLITE_BUSY: database is locked', 'Another program is writing'],
    ['mssql', "Login failed for user 'ada'. (ELOGIN)", 'refuses the user or the password'],
    ['mssql', 'Cannot open database "gym" requested by the login.', 'no such database'],
    ['postgres', 'connect ECONNREFUSED 127.0.0.1:5432 (ECONNREFUSED)', 'No database answers'],
    ['mysql', 'getaddrinfo ENOTFOUND db.local (ENOTFOUND)', 'no such host'],
    ['postgres', 'getaddrinfo EAI_AGAIN db (EAI_AGAIN)', 'no such host'],
    ['mysql', 'connect ETIMEDOUT (ETIMEDOUT)', 'does not answer in time'],
    [
      'postgres',
      'self-signed certificate in certificate chain (SELF_SIGNED_CERT_IN_CHAIN)',
      'certificate cannot be verified',
    ],
    ['postgres', 'read ECONNRESET (ECONNRESET)', 'ended the connection'],
    ['postgres', 'cannot execute ALTER TABLE in a read-only transaction (25006)', 'may only read'],
    ['postgres', 'canceling statement due to statement timeout (57014)', 'took too long'],
    ['mysql', 'Cannot execute statement in a READ ONLY transaction', 'may only read'],
    [
      'mysql',
      'The MariaDB server is running with the --read-only option so it cannot execute this statement',
      'may only read',
    ],
    [
      'mysql',
      'Query execution was interrupted (max_statement_time exceeded) (ER_STATEMENT_TIMEOUT)',
      'took too long',
    ],
  ])('%s: %s', (dialect, says, what) => {
    const fault = connectionFault(says, [named(dialect)])
    expect(fault?.what).toContain(what)
    expect(fault?.todo).toMatch(/^[A-Z].*[.:)}]/)
  })

  test('what is not known is not guessed', () => {
    expect(connectionFault('relation "x" does not exist (42P01)', [named('postgres')])).toBeUndefined()
    expect(connectionFault('syntax error', [])).toBeUndefined()
  })
})
