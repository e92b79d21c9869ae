/** A model whose schema is known at run time only, against migrations that make its table somewhere. */

import { diff } from '../../src/judging'
import type { Column, Model, Schema, Table } from '../../src/types'

const at = { file: '/p/m.js', line: 1, column: 1, span: [0, 0] as const }

const model: Model = {
  name: 'Note',
  style: 'define',
  table: { name: 'notes', anySchema: true },
  paranoid: true,
  needsColumn: true,
  attribute: 'deletedAt',
  column: 'deletedAt',
  underscored: false,
  origin: at,
  sites: {},
  trace: [],
}

const table = (schema: string | undefined, ...columns: string[]): Table => ({
  name: { ...(schema && { schema }), name: 'notes' },
  columns: new Map(columns.map((name): [string, Column] => [name, { name, at, operation: 'createTable' }])),
  at,
})

function judged(tables: Table[]) {
  const schema: Schema = { source: 'migrations', tables, blind: [] }
  const [one] = diff([model], schema, { dialect: 'postgres', strict: false })
  return { status: one?.status, message: one?.finding?.message }
}

test('the table is found in whatever schema it stands', () => {
  expect(judged([table('app', 'id', 'deletedAt')]).status).toBe('ok')
  expect(judged([table(undefined, 'id', 'deletedAt')]).status).toBe('ok')
  expect(judged([table('app', 'id')])).toMatchObject({
    status: 'missing-column',
    message: expect.stringContaining('"app.notes"'),
  })
})

test('several that come to the same are no doubt', () => {
  expect(judged([table('one', 'deletedAt'), table('two', 'deletedAt')]).status).toBe('ok')
})

test('several that differ are named', () => {
  expect(judged([table('one', 'deletedAt'), table('two', 'id')])).toEqual({
    status: 'unproven',
    message:
      'Note: The schema of "notes" is known at run time only, and several hold such a table: one, two.',
  })
})
