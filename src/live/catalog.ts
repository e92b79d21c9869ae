/** Asks the catalog of a database for tables, over any connection of Sequelize. */

import { dialectNamed, dialectOf, located, oneOf, optionsNamed, seen, writtenTable } from '../dialects'
import { UserError } from '../errors'
import type { Dialect, Question, Relation, Schema, TableName, Whereabouts } from '../types'

/** A connection: what Sequelize calls its dialect, Sequelize's version, and a way to ask. */
interface Connection {
  dialect: string
  sequelize: string
  ask<T>(question: Question<T>): Promise<T>
}

interface CatalogReader {
  dialect: Dialect
  where: Whereabouts
  relation(table: TableName): Promise<Relation | undefined>
  /** Reads all tables by one query, under the names that this version of Sequelize gives them. */
  see(tables: TableName[], evidence?: 'database' | 'replay'): Promise<Schema>
}

/** @throws UserError if the dialect is not known */
export async function catalogOver({ dialect: named, sequelize, ask }: Connection): Promise<CatalogReader> {
  const { dialect, where } = await dialectAndPlace(named, ask)
  const asker = { dialect: named, major: Number.parseInt(sequelize, 10) }
  const place = (table: TableName) => dialect.place(writtenTable(table, named, sequelize), asker)
  const relations = async (tables: TableName[]) =>
    tables.length
      ? stableRelations(() => ask(dialect.catalog.relations([...new Set(tables.map(({ name }) => name))])))
      : []
  return {
    dialect,
    where,
    relation: async (table) => located(place(table), await relations([place(table)]), where),
    async see(tables, evidence = 'database') {
      const wanted = tables.map((table) => ({ table, place: place(table) }))
      return seen(wanted, await relations(wanted.map((one) => one.place)), where, evidence)
    },
  }
}

/** Sequelize connects to CockroachDB as to PostgreSQL; the server's version text tells such dialects apart. */
async function dialectAndPlace(
  named: string,
  ask: Connection['ask'],
): Promise<Pick<CatalogReader, 'dialect' | 'where'>> {
  const usual = dialectNamed(named)
  if (!usual)
    throw new UserError(
      `The dialect ${named} is not known here.`,
      `${oneOf(optionsNamed(), 'and')} are; judge this project by its migrations.`,
    )
  const where = await ask(usual.catalog.whereabouts)
  const dialect = dialectOf(named, where.says ?? '') ?? usual
  return { dialect, where: dialect === usual ? where : await ask(dialect.catalog.whereabouts) }
}

/** Delay in milliseconds between two reads of a table that is being altered, and the number of reads. */
const PAUSE = 200
const LOOKS = 50

async function stableRelations(look: () => Promise<Relation[]>): Promise<Relation[]> {
  for (let looks = 1; ; looks++) {
    const found = await look()
    const changing = found.find((one) => one.changing)
    if (!changing) return found
    if (looks === LOOKS)
      throw new UserError(
        `Somebody alters the table "${changing.name}" at this moment, so its columns cannot be told.`,
        'Run the command again when that is done.',
      )
    await new Promise((done) => setTimeout(done, PAUSE))
  }
}

/**
 * Lists become separate replacements, `:names` -> `:names0, :names1`: version 7 would bind an array as an array of the
 * database.
 */
export function withoutLists(
  sql: string,
  replacements: object = {},
): { sql: string; replacements: Record<string, unknown> } {
  const all: Record<string, unknown> = {}
  let text = sql
  for (const [name, value] of Object.entries(replacements)) {
    const values = Array.isArray(value) ? value : [value]
    const names = Array.isArray(value) ? values.map((_, index) => `${name}${index}`) : [name]
    for (const [index, one] of names.entries()) all[one] = values[index]
    text = text.replaceAll(`:${name}`, names.map((one) => `:${one}`).join(', '))
  }
  return { sql: text, replacements: all }
}
