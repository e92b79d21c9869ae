/** Fills a template, which is a program. Only here do names become code, and only as literals. */

import { type Node, originOf, parseSource, type Source, SyntaxFault, walk } from '../ast'
import { UserError } from '../errors'
import type { TableName } from '../types'
import { type SlotFilling, withSlots } from './slots'

export interface Names {
  table: TableName
  column: string
  model: string
  /** If omitted, the statements that contain '__INDEX__' are removed. */
  index?: string
  /** The new file's name without its extension; `down` uses it to recognize its own work. */
  migration?: string
}

/**
 * Returns the migration for these names. Fills only literals that consist of a placeholder, never comments:
 * '__TABLE__', '__SCHEMA__', '__COLUMN__', '__INDEX__', '__MODEL__', '__MIGRATION__'.
 * Without a schema the property with '__SCHEMA__' is removed, and `{ tableName: 'users' }` becomes 'users'.
 *
 * @throws UserError when the template does not parse or lacks a placeholder that these names need
 */
export function fillTemplate(template: { text: string; file: string }, names: Names): string {
  const { table, column, model, index, migration } = names
  return shaped(
    template,
    names,
  )({
    TABLE: table.name,
    SCHEMA: table.schema,
    COLUMN: column,
    INDEX: index,
    MODEL: model,
    MIGRATION: migration ?? 'deletedat-codemod',
  })
}

type Fill = ReturnType<typeof withSlots>

const known = new WeakMap<object, Map<string, Fill>>()

/** Caches by which names are present: only their presence decides what is removed, not their values. */
function shaped(template: { text: string; file: string }, names: Names): Fill {
  const shapes = known.get(template) ?? new Map<string, Fill>()
  known.set(template, shapes)
  const { table, index } = names
  const hasDot = table.name.includes('.')
  const shape = [table.schema !== undefined, hasDot, index !== undefined].join()
  const found = shapes.get(shape)
  if (found) return found
  const text = template.text.replace(/^\uFEFF/, '')
  checkPlaceholders(parsed(text, template.file), names)
  const made = withSlots({ text, file: template.file }, (literal) => fillingOf(literal, names))
  shapes.set(shape, made)
  return made
}

function fillingOf(literal: string, { table, index }: Names): SlotFilling | undefined {
  switch (literal) {
    case '__SCHEMA__':
      if (table.schema !== undefined) return { slot: 'SCHEMA' }
      // addIndex takes the part before a dot in a bare name for a schema.
      return { leaveOut: 'property', unwrap: table.name.includes('.') ? undefined : 'tableName' }
    case '__INDEX__':
      return index === undefined ? { leaveOut: 'statement' } : { slot: 'INDEX' }
    case '__TABLE__':
    case '__COLUMN__':
    case '__MODEL__':
    case '__MIGRATION__':
      return { slot: literal.slice(2, -2) }
  }
}

function parsed(text: string, file: string): Source {
  try {
    return parseSource(text, file)
  } catch (error) {
    if (!(error instanceof SyntaxFault)) throw error
    throw new UserError(
      `The template does not parse: ${error.message}.`,
      'Correct it, or leave out --template.',
      error.at,
    )
  }
}

const placeholder = /__(?:TABLE|SCHEMA|COLUMN|INDEX|MODEL|MIGRATION)__/

function checkPlaceholders(source: Source, names: Names): void {
  const whole = new Set<string>()
  walk(source.program, (node) => {
    const text = textIn(node)
    const [name] = (text && placeholder.exec(text)) || []
    if (!name) return
    if (node.type === 'StringLiteral' && text === name) whole.add(name)
    else throw notWhole(name, node, source)
  })
  for (const [name, why] of needed(names)) if (!whole.has(name)) throw missing(name, why, source)
}

function textIn(node: Node): string | undefined {
  if (node.type === 'TemplateElement') return node.value.raw
  return node.type === 'StringLiteral' || node.type === 'DirectiveLiteral' ? node.value : undefined
}

function needed({ table, index }: Names): [name: string, why: string][] {
  const always: [string, string][] = [
    ['__TABLE__', 'the table'],
    ['__COLUMN__', 'the column'],
  ]
  if (table.schema !== undefined) always.push(['__SCHEMA__', `the schema "${table.schema}"`])
  if (index !== undefined) always.push(['__INDEX__', 'the index that --with-index asks for'])
  return always
}

const missing = (name: string, why: string, { file, program }: Source) =>
  new UserError(
    `The template has no string literal '${name}', so ${why} cannot be put in.`,
    `Write '${name}' with its quotes in the template where it belongs; a comment is not filled.`,
    { file, line: 1, column: 1, span: [program.start, program.start] },
  )

const notWhole = (name: string, node: Node, source: Source) =>
  new UserError(
    `The template has ${name} inside a longer text, where it cannot be filled.`,
    `Write it as a literal of its own: \`... \${'${name}'} ...\`.`,
    originOf(node, source),
  )

/**
 * The name that Sequelize would give an index on the column. Dots become underscores, because a dot would separate a
 * schema, and quotes are dropped, as in Sequelize itself.
 *
 * @param underscore the function of the project's own inflection
 */
export function indexName({ name }: TableName, column: string, underscore: (text: string) => string): string {
  return underscore(`${name}_${column}`.replace(/\./g, '_').replace(/["']/g, ''))
}
