/** Column definitions: what is read of each, and that the real servers see the same. */

import { readSql } from '../../src/migrations/sql'
import type { ColumnSpec } from '../../src/types'
import { describeOn, type Server, startServer } from '../helpers/databases'
import { at, said } from '../helpers/sql-cases'
import { mariadb, mssql, none, postgres, sqlite } from '../helpers/sql-definition-cases'
import {
  mysqlSession,
  postgresSession,
  type RealColumn,
  type Session,
  sqliteSession,
} from '../helpers/sql-servers'

const cases = { postgres, mariadb, mysql: mariadb, sqlite, mssql }

describe.each(Object.entries(cases))('%s', (dialect, definitions) => {
  test.each(definitions)('%s', (definition, words) => {
    const changes = readSql(`ALTER TABLE t ADD c ${definition}`, dialect, at)
    expect(changes.map(said)).toEqual([`add t.c ${words}`.trimEnd()])
  })
})

describe('where the database is not known', () => {
  test.each([...postgres, ...mariadb])('%s', (definition, words) => {
    const changes = readSql(`ALTER TABLE t ADD c ${definition}`, undefined, at)
    expect(changes.map(said)).toEqual([`add t.c ${words}`.trimEnd()])
  })
})

test.each(none)('%s says nothing', (definition) => {
  for (const dialect of ['postgres', 'mysql', 'mssql', undefined])
    expect(readSql(`ALTER TABLE t ADD c ${definition}`, dialect, at).map(said)).toEqual(['add t.c'])
})

test('a group that holds CASE, and a CASE that holds a group', () => {
  const sql = `CREATE TABLE t (a int DEFAULT (CASE WHEN (1) = 1 THEN NULL END) NOT NULL, "case" int, b int NULL)`
  expect(readSql(sql, 'postgres', at).map(said)).toEqual([
    'create t (a INT NOT NULL DEFAULT, case INT, b INT NULL)',
  ])
})

test('a long definition is read at once, right or not', () => {
  const start = performance.now()
  for (const tail of ['', ' nonsense nonsense']) {
    readSql(`ALTER TABLE t ADD c int DEFAULT ${'- 1 + '.repeat(3_000)}1${tail}`, 'postgres', at)
    readSql(`ALTER TABLE t ADD c ${'a '.repeat(3_000)}${tail} (`, 'sqlite', at)
  }
  expect(performance.now() - start).toBeLessThan(2_000)
})

/** On a table of its own, the definition and then the type alone; a quoted type is written in small letters. */
async function realColumns(session: Session, definition: string, type: string): Promise<RealColumn[]> {
  for (const table of ['t', 'typed']) await session.run(`DROP TABLE IF EXISTS ${table};`)
  await session.run(`CREATE TABLE t (x int, c ${definition});`)
  await session.run(`CREATE TABLE typed (x int, c ${type.toLowerCase()});`)
  const columns = await session.columns()
  return ['t', 'typed'].map((name) => columns.find((one) => one.table === name && one.column === 'c')!)
}

/** What the server adds to a type that is none of its words. */
const plain = ({ type }: RealColumn) => type.replace(/ zerofill| \/\*.*\*\/$/g, '').toLowerCase()

function specIn(definition: string, dialect: string): ColumnSpec {
  const [change] = readSql(`ALTER TABLE t ADD c ${definition}`, dialect, at)
  if (change?.do !== 'addColumn') throw new Error(`Not read: ${definition}`)
  return change.column
}

for (const [name, open] of [
  ['postgres', postgresSession],
  ['mariadb', mysqlSession],
  ['sqlite', sqliteSession],
] as const)
  describeOn(name, 'a definition is read as the server takes it', () => {
    let server: Server
    let session: Session
    beforeAll(async () => {
      server = await startServer(name)
      session = await open((await server.fresh()).url ?? '')
      await session.run('CREATE TABLE other (id int PRIMARY KEY);')
    })
    afterAll(async () => {
      await session.close()
      await server.stop()
    })

    test.each(cases[name].map(([definition]) => definition))('%s', async (definition) => {
      const { type, allowNull, hasDefault } = specIn(definition, name)
      const [real, typed] = await realColumns(session, definition, type ?? '')
      expect(plain(real!)).toBe(plain(typed!))
      if (allowNull !== undefined) expect(Boolean(real!.nullable)).toBe(allowNull)
      const fallback = real!.fallback !== null && real!.fallback !== 'NULL'
      if (hasDefault !== undefined || name !== 'postgres') expect(fallback).toBe(hasDefault ?? false)
    })
  })
