/** How each database writes strings, names and comments, and one notation for what comes after. */

/** What a database's notation has that others lack. */
export interface Notation {
  /** What an unquoted name becomes; `unsure` where the database is not known. */
  unquoted: 'lower' | 'kept' | 'unsure'
  /** Whether `KEY a (b)` among the columns is an index: always, by what follows, or never (a column named key). */
  indexes: 'always' | 'by-shape' | 'never'
  /** `'it\'s'` */
  backslash?: boolean
  /** `[name]` */
  brackets?: boolean
  /** `#` begins a comment, and a comment that begins with `!` is code. */
  mysql?: boolean
  /** `$tag$ … $tag$` */
  dollar?: boolean
  /** A comment inside a comment. */
  nested?: boolean
  /** A type is any words. */
  freeTypes?: boolean
  /** `GO` alone on a line ends a batch. */
  batches?: boolean
  /** Statements need no `;` between them. */
  loose?: boolean
}

const postgres: Notation = {
  unquoted: 'lower',
  indexes: 'never',
  dollar: true,
  nested: true,
}
const mysql: Notation = {
  unquoted: 'kept',
  indexes: 'always',
  backslash: true,
  mysql: true,
}
const sqlite: Notation = {
  unquoted: 'kept',
  indexes: 'never',
  brackets: true,
  freeTypes: true,
}
const mssql: Notation = {
  ...sqlite,
  freeTypes: false,
  indexes: 'always',
  nested: true,
  batches: true,
  loose: true,
}
const unknown: Notation = {
  ...postgres,
  unquoted: 'unsure',
  indexes: 'by-shape',
  nested: false,
  batches: true,
}

const named: [RegExp, Notation][] = [
  [/^(?:postgres|pg|cockroach|yugabyte|redshift)/, postgres],
  [/^(?:mysql|mariadb)/, mysql],
  [/sqlite/, sqlite],
  [/^(?:mssql|sqlserver)/, mssql],
]

const proofOfPostgres =
  /::|\$\w*\$|\b(?:BIG|SMALL)?SERIAL\b|\b(?:TIMESTAMPTZ|JSONB|BYTEA|PLPGSQL|PG_CATALOG)\b|\bTIME\s+ZONE\b/i

/** Words and signs that PostgreSQL does not know. */
const otherProofs: [RegExp, Notation][] = [
  [/\bAUTOINCREMENT\b|^\s*PRAGMA\b/im, sqlite],
  [/\[\w+\]\s*[.(]|\bN?VARCHAR\(MAX\)|\b(?:DATETIMEOFFSET|SP_RENAME)\b|^\s*GO\s*$/im, mssql],
  [/`|\bENGINE\s*=|\bAUTO_INCREMENT\b|^\s*(?:#|DELIMITER\b)|\bUNSIGNED\b/im, mysql],
  [/\b(?:DATETIME|(?:TINY|MEDIUM|LONG)(?:INT|TEXT|BLOB))\b|\bINT\(\d|\b(?:CHANGE|MODIFY)\s+\w/i, mysql],
  [/\b(?:AFTER\s+\w+|FIRST)\s*(?:$|[,;])|\bCHARACTER\s+SET\b|\bDROP\s+FOREIGN\s+KEY\b/im, mysql],
]

/** The notation of a named dialect, or of the one dialect whose signs the text bears. */
export function notationOf(sql: string, dialect: string | undefined): Notation {
  const known = dialect && named.find(([pattern]) => pattern.test(dialect.toLowerCase()))
  if (known) return known[1]
  const code = sql.replace(/'[^']*'/g, "''")
  const other = otherProofs.find(([pattern]) => pattern.test(code))?.[1]
  return proofOfPostgres.test(code) ? (other ? unknown : postgres) : (other ?? unknown)
}
