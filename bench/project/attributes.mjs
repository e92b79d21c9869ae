/** Columns of a model, as people write them. */

import { between, pick } from './random.mjs'

const WORDS =
  'amount approved balance barcode birthday city code color comment country currency delivered description discount due email ended enabled external fax fee first height hidden iban initial internal invoice kind label language last latitude level limit locale longitude manager margin mobile nickname note number opened owner paid percent phone picture position postal price priority quantity rank rate reason reference region role score secret sent sequence serial shipped size slug source started state status street subject summary tax title token total unit url used user valid value vat version visible volume website weight width'.split(
    ' ',
  )
const ENDINGS = ['', 'At', 'By', 'Code', 'Count', 'Id', 'Name', 'Text', 'Type']

const TYPES = [
  ['STRING'],
  ['STRING(64)'],
  ['TEXT'],
  ['INTEGER'],
  ['BIGINT'],
  ['BOOLEAN', 'false'],
  ['DECIMAL(10, 2)', '0'],
  ['DATE'],
  ['DATEONLY'],
  ['JSONB', '{}'],
  ["ENUM('open', 'closed', 'waiting')", "'open'"],
  ['UUID'],
]

/** @returns {{ name: string, type: string, preset?: string, optional: boolean, shape: number }[]} */
export function columnsFor(random, lines) {
  const names = new Set()
  const columns = []
  for (let left = lines; left > 0; ) {
    const name = pick(random, WORDS) + pick(random, ENDINGS)
    if (names.has(name)) continue
    names.add(name)
    const [type, preset] = pick(random, TYPES)
    const column = { name, type, preset, optional: random() < 0.5, shape: between(random, 0, 4) }
    columns.push(column)
    left -= linesOf(column, 'DataTypes').length
  }
  return columns
}

const written = (type, from) => `${from}.${type}`

/** One attribute, line by line. */
export function linesOf({ name, type, preset, optional, shape }, from) {
  if (shape === 0) return [`${name}: ${written(type, from)},`]
  const inner = [`type: ${written(type, from)},`, `allowNull: ${optional},`]
  if (preset) inner.push(`defaultValue: ${preset},`)
  if (shape === 2) inner.push(`comment: 'The ${name} as it was agreed, see the handbook',`)
  if (shape === 3 && type.startsWith('STRING'))
    inner.push(
      'validate: {',
      '  notEmpty: true,',
      `  len: { args: [1, 64], msg: "${name} isn't valid" },`,
      '},',
    )
  if (shape === 4 && type === 'INTEGER')
    inner.push("references: { model: 'accounts', key: 'id' },", "onDelete: 'SET NULL',")
  return [`${name}: {`, ...inner.map((line) => `  ${line}`), '},']
}

export const ID = [
  'id: {',
  '  type: DataTypes.INTEGER,',
  '  primaryKey: true,',
  '  autoIncrement: true,',
  '},',
]

/** The same column in TypeScript. */
export const fieldOf = ({ name, type, optional }) =>
  `${name}${optional ? '?' : '!'}: ${/INT|DECIMAL/.test(type) ? 'number' : /BOOL/.test(type) ? 'boolean' : /DATE/.test(type) ? 'Date' : 'string'}`
