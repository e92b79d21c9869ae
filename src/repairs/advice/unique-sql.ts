/** The SQL that makes a unique hold for the rows that are not soft-deleted. */

export interface Wanted {
  table: { schema?: string; name: string }
  columns: string[]
  /** The deletion column. */
  deleted: string
}

/** @param isFirst MySQL needs one more column per table, which the first of its uniques brings */
export function uniqueSql(wanted: Wanted, dialect: string | undefined, isFirst: boolean): string {
  return dialect === 'mysql' || dialect === 'mariadb' ? byColumn(wanted, isFirst) : partial(wanted, dialect)
}

const LONGEST = 63

const nameOf = ({ table, columns }: Wanted): string =>
  [table.name, ...columns]
    .join('_')
    .slice(0, LONGEST - '_live'.length)
    .concat('_live')

/** PostgreSQL and SQLite: a partial index; SQL Server: a filtered one. */
function partial(wanted: Wanted, dialect: string | undefined): string {
  const quote = dialect === 'mssql' ? bracketed : quoted
  const { table, columns, deleted } = wanted
  // SQLite keeps a schema in the table's name.
  const parts =
    dialect === 'sqlite' && table.schema ? [`${table.schema}.${table.name}`] : [table.schema, table.name]
  const on = parts
    .filter((part) => part !== undefined)
    .map(quote)
    .join('.')
  const list = columns.map(quote).join(', ')
  return `CREATE UNIQUE INDEX ${quote(nameOf(wanted))} ON ${on} (${list}) WHERE ${quote(deleted)} IS NULL;`
}

/** MySQL's column for it. */
export const LIVE = 'is_live'

/** MySQL and MariaDB have no partial index: a column that is NULL for deleted rows makes each of them another. */
function byColumn(wanted: Wanted, isFirst: boolean): string {
  const { table, columns, deleted } = wanted
  const on = [table.schema, table.name]
    .filter((part) => part !== undefined)
    .map(ticked)
    .join('.')
  const live = `ADD COLUMN ${ticked(LIVE)} TINYINT(1) GENERATED ALWAYS AS (IF(${ticked(deleted)} IS NULL, 1, NULL)) VIRTUAL`
  const index = `ADD UNIQUE INDEX ${ticked(nameOf(wanted))} (${[...columns, LIVE].map(ticked).join(', ')})`
  return `ALTER TABLE ${on} ${[...(isFirst ? [live] : []), index].join(', ')};`
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`
const ticked = (name: string): string => `\`${name.replaceAll('`', '``')}\``
const bracketed = (name: string): string => `[${name.replaceAll(']', ']]')}]`
