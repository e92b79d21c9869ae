/** The runnable fixtures of SQL on real servers: what is read must be what is there. */

import { applyChange, emptySchema } from '../../src/judging/schema'
import { readSql } from '../../src/migrations/sql'
import type { Column, Schema, Table } from '../../src/types'
import { describeOn, type Server, startServer } from '../helpers/databases'
import { at, type SqlCase, sqlCases } from '../helpers/sql-cases'
import {
  mysqlSession,
  postgresSession,
  type RealColumn,
  type Session,
  sqliteSession,
} from '../helpers/sql-servers'

function schemaOf({ sql, dialect }: SqlCase): Schema {
  const schema = emptySchema('migrations')
  const how = { at, operation: 'sql', sure: true, dialect }
  for (const change of readSql(sql, dialect, at)) applyChange(schema, change, how)
  return schema
}

const keyOf = ({ name: { schema, name } }: Table) =>
  schema === undefined || schema === 'public' ? name : `${schema}.${name}`

/** Type -> the same in the server's words. */
type Words = Map<string, string>

/** What is read and not there, or there and not read; unread parts excuse what they may explain. */
function differences(schema: Schema, real: RealColumn[], words: Words): string[] {
  const anything = schema.blind.some(({ columns }) => !columns)
  const found = schema.tables.flatMap((table) => {
    const there = real.filter(({ table: name }) => name === keyOf(table))
    if (there.length === 0)
      return anything || table.createdElsewhere || table.columns.size === 0
        ? []
        : [`${keyOf(table)} is not there`]
    const columns = [...table.columns.values()].flatMap((column) => unlike(column, there, words, !table.open))
    const unseen = there.filter(
      ({ column }) => !table.columns.has(column) && !table.open && !excused(schema, column),
    )
    return [
      ...columns.map((what) => `${keyOf(table)}.${what}`),
      ...unseen.map(({ column }) => `${keyOf(table)}.${column} was not read`),
    ]
  })
  const tables = new Set(schema.tables.map(keyOf))
  const unread = real.filter(({ table }) => !tables.has(table)).map(({ table }) => `${table} was not read`)
  return [...found, ...unread]
}

const excused = ({ blind }: Schema, column: string) =>
  blind.some(({ columns }) => columns?.includes(column) ?? true)

function unlike(
  { name, type, allowNull, hasDefault }: Column,
  there: RealColumn[],
  words: Words,
  closed: boolean,
): string[] {
  const real = there.find(({ column }) => column === name)
  if (!closed) return []
  if (!real) return [`${name} is not there`]
  return [
    allowNull !== undefined && allowNull !== Boolean(real.nullable) && `${name} NULL: ${real.nullable}`,
    hasDefault !== undefined &&
      hasDefault !== (real.fallback !== null && !/^NULL(::|$)/.test(real.fallback)) &&
      `${name} DEFAULT: ${real.fallback}`,
    type !== undefined &&
      !sameType(words.get(type) ?? type, real.type) &&
      `${name} is ${real.type}, not ${type}`,
  ].filter((what) => what !== false)
}

const sameType = (one: string, other: string) => plainType(one) === plainType(other)
const plainType = (type: string) => type.toLowerCase().replace(' zerofill', '')

/** Each type that was read, made a column of its own. */
async function wordsFor(schema: Schema, session: Session): Promise<Words> {
  const types = schema.tables.flatMap(({ columns }) =>
    [...columns.values()].flatMap(({ type }) => type ?? []),
  )
  const words: Words = new Map()
  for (const [index, type] of [...new Set(types)].entries()) {
    await session.run(`CREATE TABLE probe_${index} (c ${type === 'SERIAL' ? 'int' : type});`)
    words.set(type, (await session.columns()).find(({ table }) => table === `probe_${index}`)!.type)
    await session.run(`DROP TABLE probe_${index};`)
  }
  return words
}

const databases = [
  { name: 'postgres', dialect: 'postgres', open: postgresSession },
  { name: 'mariadb', dialect: 'mariadb', open: mysqlSession },
  { name: 'sqlite', dialect: 'sqlite', open: sqliteSession },
] as const

for (const { name, dialect, open } of databases) {
  const cases = sqlCases().filter((one) => one.runnable && one.dialect === dialect)

  describeOn(name, 'SQL is read as the server takes it', () => {
    let server: Server
    beforeAll(async () => {
      server = await startServer(name)
    })
    afterAll(() => server.stop())

    test('there are cases', () => expect(cases).not.toEqual([]))

    test.each(cases)('$name', async (one) => {
      const schema = schemaOf(one)
      const session = await open((await server.fresh()).url ?? '')
      try {
        await session.run(one.sql)
        const real = await session.columns()
        const words = await wordsFor(schema, session)
        expect(real).not.toEqual([])
        expect(differences(schema, real, words)).toEqual([])
      } finally {
        await session.close()
      }
    })
  })
}
