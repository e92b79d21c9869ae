/** Fills a SQL template: placeholders are filled only where they stand alone inside quotes. */

import type { Names } from './template'

/** How each kind of quotes escapes itself. */
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
  // All in one pass: a filled value may look like a placeholder itself.
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

/** Chooses a dollar-quote tag that occurs in none of the names, because the body ends at its tag. */
function ownTag(text: string, names: string[]): string {
  let tag = 'deletedat'
  while (names.some((name) => name.includes(`$${tag}$`))) tag += 'x'
  const own = `$${tag}$`
  const lines = text.split('\n')
  return lines
    .map((line) => line.replace(/(^|^DO )\$deletedat\$(;?)$/, (_, before, end) => before + own + end))
    .join('\n')
}
