/** Many migrations of one run: the template is read once, and each is what it would be alone. */

import fs from 'node:fs'
import path from 'node:path'
import { fillLiterals } from '../../src/ast'
import { fillTemplate, type Names } from '../../src/repairs/template'

const folder = path.join(__dirname, '../..', 'templates')
const templates = fs
  .readdirSync(folder)
  .filter((name) => !/\.(db-migrate|knex|node-pg-migrate)\.|\.sql$/.test(name))
  .map((file) => ({
    file: path.join(folder, file),
    text: fs.readFileSync(path.join(folder, file), 'utf8'),
  }))

const NAMES = [
  `plain`,
  `it's`,
  `"quoted"`,
  'back`tick',
  `$\{x}`,
  'line\nbreak\u2028',
  '\\u0041',
  'Slot',
  `'SlotTABLESlot'`,
  '$&',
  'dot.ted',
  'ümlaut 👍',
  'l'.repeat(120),
]

/** As a template is filled for one alone. */
const alone = (template: { text: string; file: string }, names: Names): string =>
  fillLiterals(template.text, template.file, (literal) => {
    const values: Record<string, string | undefined> = {
      __TABLE__: names.table.name,
      __SCHEMA__: names.table.schema,
      __COLUMN__: names.column,
      __INDEX__: names.index,
      __MODEL__: names.model,
      __MIGRATION__: names.migration,
    }
    if (!(literal in values)) return undefined
    const text = values[literal]
    if (text !== undefined) return { text }
    return literal === '__INDEX__'
      ? { leaveOut: 'statement' }
      : { leaveOut: 'property', unwrap: names.table.name.includes('.') ? undefined : 'tableName' }
  })

test.each(templates.map((one) => [path.basename(one.file), one]))('%s', (_name, template) => {
  for (const name of NAMES) {
    for (const schema of [undefined, name]) {
      const names = {
        table: { name, schema },
        column: name,
        model: name,
        migration: name,
        index: template.text.includes("'__INDEX__'") ? name : undefined,
      }
      expect(fillTemplate(template, names)).toBe(alone(template, names))
    }
  }
})

test('a template is parsed and printed once, however many migrations there are', () => {
  const print = jest.spyOn(require('recast') as typeof import('recast'), 'parse')
  const template = { ...templates[0]!, text: `${templates[0]!.text}\n` }
  for (let index = 0; index < 50; index++) {
    const names = { table: { name: `t${index}` }, column: 'deletedAt', model: `M${index}` }
    expect(fillTemplate(template, names)).toContain(`'t${index}'`)
  }
  expect(print).toHaveBeenCalledTimes(1)
  print.mockRestore()
})

test('a template of one’s own that has our marks', () => {
  const text = (table: string, column: string) =>
    `// Slot\nexports.up = () => ['${table}', '${column}', 'Slott']\n`
  const template = { file: 'own.cjs', text: text('__TABLE__', '__COLUMN__') }
  expect(fillTemplate(template, { table: { name: 'a' }, column: 'b', model: 'M' })).toBe(text('a', 'b'))
})
