/** The grammars of sql-parser-cst: what a column definition says. Loaded only when there is one to read. */

import type { ColumnDefinition, DialectName, Node } from 'sql-parser-cst'

/** What a definition says beside the column's name. */
export interface Definition {
  /** In upper case. */
  type?: string
  allowNull?: boolean
  hasDefault?: boolean
}

const opening = 'CREATE TABLE t (c '
const closing = ')'

/** Reads definitions (`varchar(20) NOT NULL`), each without its name. undefined if no grammar takes them all. */
export function readDefinitions(texts: string[], grammars: DialectName[]): Definition[] | undefined {
  const sql = opening + texts.join(', c ') + closing
  for (const dialect of grammars) {
    const columns = columnsOf(sql, dialect)
    if (columns?.length === texts.length) return columns.map((column) => definitionOf(column, sql))
  }
  return undefined
}

function columnsOf(sql: string, dialect: DialectName): ColumnDefinition[] | undefined {
  const { parse } = require('sql-parser-cst') as typeof import('sql-parser-cst')
  try {
    const [statement, ...more] = parse(sql, { dialect, includeRange: true }).statements
    if (statement?.type !== 'create_table_stmt' || more.length > 0) return undefined
    const items = statement.columns?.expr.items ?? []
    return items.every((item) => item.type === 'column_definition') ? items : undefined
  } catch {
    return undefined
  }
}

function definitionOf({ dataType, constraints }: ColumnDefinition, sql: string): Definition {
  const definition: Definition = {}
  if (dataType?.range) definition.type = typeText(sql.slice(...dataType.range))
  for (const written of constraints) {
    const constraint = written.type === 'constraint' ? written.constraint : written
    if (constraint.type === 'constraint_not_null') definition.allowNull = false
    if (constraint.type === 'constraint_null') definition.allowNull = true
    if (constraint.type === 'constraint_default') definition.hasDefault = !isNull(constraint.expr)
  }
  return definition
}

const typeText = (text: string) => text.replace(/\s+/g, ' ').trim().toUpperCase()

/** `NULL`, `(NULL)`, `NULL::timestamptz` */
function isNull(node: Node): boolean {
  if (node.type === 'null_literal') return true
  if (node.type === 'paren_expr') return isNull(node.expr)
  return node.type === 'cast_operator_expr' && isNull(node.left)
}
