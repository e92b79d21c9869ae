/** Builds a Schema, like that of the migrations, from the database's tables that the models use. */

import type { Relation, Schema, Table, TableName, Whereabouts } from '../types'

/** A table that a model uses, and the place where this Sequelize looks for it. */
interface SchemaRequest {
  table: TableName
  place: TableName
}

/** The Schema omits a table that is not in the database; `unseen` marks a table that may only be hidden. */
export function seen(
  wanted: SchemaRequest[],
  relations: Relation[],
  where: Whereabouts,
  source: 'database' | 'replay' = 'database',
): Schema {
  return {
    source,
    tables: wanted.flatMap((one) => tableOf(one, relations, where) ?? []),
    blind: [],
  }
}

function tableOf(
  { table, place }: SchemaRequest,
  relations: Relation[],
  where: Whereabouts,
): Table | undefined {
  const relation = located(place, relations, where)
  if (relation) {
    const columns = relation.columns.map(
      (column) => [column.name, { ...column, operation: 'database' }] as const,
    )
    return { name: table, columns: new Map(columns), relation }
  }
  const unseen = whyUnseen(place, relations, where)
  return unseen === undefined ? undefined : { name: table, columns: new Map(), unseen }
}

export function located(place: TableName, relations: Relation[], where: Whereabouts): Relation | undefined {
  const fits = ({ schema, visible }: Relation) =>
    place.schema === undefined ? visible : schema === place.schema
  return (
    relations.find((one) => fits(one) && one.name === place.name) ?? folded(place, relations, where, fits)
  )
}

const folded = (
  { name }: TableName,
  relations: Relation[],
  { foldsTables }: Whereabouts,
  fits: (one: Relation) => boolean,
): Relation | undefined =>
  foldsTables ? relations.find((one) => fits(one) && same(one.name, name)) : undefined

const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase()

/** Explains why a table may exist although this connection does not find it. */
function whyUnseen(
  { schema, name }: TableName,
  relations: Relation[],
  where: Whereabouts,
): string | undefined {
  const elsewhere = relations.filter((one) => one.name === name && one.schema !== schema)
  if (schema === undefined && elsewhere.length) {
    const places = elsewhere.map((one) => `"${one.schema}"`).join(' and ')
    return `"${name}" is in the schema ${places}, and this connection looks only in ${where.path.join(', ') || 'none'}.`
  }
  if (where.seesAll) return undefined
  return `The user ${where.user ?? 'of this connection'} sees only tables it has rights on, and "${name}" is none of them.`
}
