/** Fills a template in SQL: a placeholder is filled only where it stands as a quoted name or a text of its own. */

import type { Names } from './template'

/** How each kind of quotes is doubled inside itself. */
const QUOTES: [open: string, close: string, inside: (name: string) => string][] = [
  ['"', '"', (name) => name.replaceAll('"', '""')],
  ['`', '`', (name) => name.replaceAll('`', '``')],
  ['[', ']', (name) => name.replaceAll(']', ']]')],
  ["'", "'", (name) => name.replaceAll("'", "''")],
]

export function fillSql(template: { text: string }, { table, column, migration = '' }: Names): string {
  let text = template.text
  if (table.schema === undefined)
    text = text.replaceAll(/(["`[])__SCHEMA__["`\]]\./g, '').replaceAll("quote_ident('__SCHEMA__'), ", '')
  const values: [string, string][] = [
    ['__SCHEMA__', table.schema ?? ''],
    ['__TABLE__', table.name],
    ['__COLUMN__', column],
  ]
  // All at once: what is put in may look like a placeholder itself.
  const filled = text.replaceAll(/(["`['])(__(?:SCHEMA|TABLE|COLUMN)__)["`\]']/g, (whole, open, name) => {
    const [, close, inside] = QUOTES.find(([one]) => one === open) ?? []
    const value = values.find(([one]) => one === name)?.[1]
    return close && inside && value !== undefined ? `${open}${inside(value)}${close}` : whole
  })
  return ownTag(
    filled.replaceAll(' added by __MIGRATION__', () => ` added by ${migration}`),
    [table.name, column, table.schema ?? ''],
  )
}

/** A body in dollars ends at its tag, wherever that stands. */
function ownTag(text: string, names: string[]): string {
  let tag = 'deletedat'
  while (names.some((name) => name.includes(`$${tag}$`))) tag += 'x'
  const own = `$${tag}$`
  const lines = text.split('\n')
  return lines
    .map((line) => line.replace(/(^|^DO )\$deletedat\$(;?)$/, (_, before, end) => before + own + end))
    .join('\n')
}
