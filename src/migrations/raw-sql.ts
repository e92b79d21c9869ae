/** Reads `sequelize.query(sql)`, `queryInterface.sequelize.query(sql)` and db-migrate's `db.runSql(sql)`. */

import type { Change, Origin, Value } from '../types'
import { isObject, isUnknown } from '../values'
import { type Operation, type OperationCall, unreadIn } from './operation'
import { readKeys, readSql } from './sql'

export function changesIn(sql: string, dialect: string | undefined, at: Origin): Change[] {
  return [...readSql(sql, dialect, at), ...readKeys(sql, dialect, at)]
}

/** Returns the SQL, given as a text or in an object: `{ query: 'ALTER ...', values }`. */
export function sqlIn(value: Value): Value {
  return isObject(value)
    ? (value.entries.get('query') ?? value.entries.get('sql') ?? value.entries.get('text'))?.value
    : value
}

function changes(call: OperationCall): Change[] {
  const sql = sqlIn(call.args[0])
  if (typeof sql === 'string') return changesIn(sql, call.dialect, call.at)
  if (isUnknown(sql) && sql.partial !== undefined) return readSql(sql.partial, call.dialect, call.at)
  if (typeof sql === 'object' && sql?.kind === 'list')
    return sql.items.flatMap((one) => changes({ ...call, args: [one] }))
  if (sql === undefined || (typeof sql === 'object' && sql?.kind === 'choice'))
    return (sql?.of ?? []).flatMap((one) => changes({ ...call, args: [one.value] }))
  return [{ do: 'unread', tables: [], unknown: unreadIn(call, sql) }]
}

export const rawSql: Operation[] = ['query', 'runSql', 'raw'].map((method) => ({ method, changes }))
