/** Sets the column of a decorated attribute: `@Column({ field })`, or `@ColumnName` in Sequelize 7. */

import type { Model } from '../types'
import { fieldOf } from './attributes'
import { type Imported, importName, moduleOf } from './edits/import'
import { quoted, quotedLike, quoteOf } from './edits/literal'
import { addDecorator, decoratorName, decoratorRoot } from './edits/member'
import { setProperty } from './edits/object'
import { bare, insert, keyOf, type Node, type Replace, replace, type Source } from './edits/source'
import { modelLabel } from './sharing'

type Mapping = { edits: Replace[]; says: string } | { cannot: string }

export function mapDecorated(source: Source, model: Model, member: Node, column: string): Mapping {
  const edits = editsFor(source, member, column)
  if (!edits) {
    const what = `How ${model.attribute} of ${modelLabel(model)} is decorated cannot be told`
    return { cannot: `${what}. Give it the column ${quoted(column, '"')} by hand.` }
  }
  return {
    edits,
    says: `${model.attribute} of ${modelLabel(model)} has the column ${quoted(column, '"')} now.`,
  }
}

function editsFor(source: Source, member: Node, column: string): Replace[] | undefined {
  const decorators: Node[] = member.decorators ?? []
  const named = (name: RegExp) => decorators.find((one) => name.test(decoratorName(one) ?? ''))
  const name = quoted(column, quoteOf(source))
  const columnName = named(/^ColumnName$/)
  if (columnName) return nameInCall(source, columnName, column)
  const declaring = named(/^(Column|Attribute)$/)
  if (declaring && (isColumn(declaring) || holdsName(declaring))) return optionInCall(source, declaring, name)
  const module = moduleFor(source, decorators)
  if (module?.startsWith('@sequelize/core')) {
    const known = importName(source, module, 'ColumnName')
    return known && [...known.edits, addDecorator(source, member, `@${known.name}(${name})`)]
  }
  return module === undefined ? undefined : columnDecorator(source, module, member, name)
}

const isColumn = (decorator: Node): boolean => decoratorName(decorator) === 'Column'

/** `@Attribute({ columnName: … })`: a second name beside it would conflict. */
function holdsName(decorator: Node): boolean {
  const argument = decorator.expression.arguments?.[0]
  return argument?.type === 'ObjectExpression' && fieldOf(argument) !== undefined
}

const moduleFor = (source: Source, decorators: Node[]): string | undefined =>
  decorators
    .map((one) => moduleOf(source, decoratorRoot(one) ?? ''))
    .find((module) => module !== undefined) ??
  (moduleOf(source, 'Table') || undefined)

function nameInCall(source: Source, { expression }: Node, column: string): Replace[] | undefined {
  const argument: Node | undefined = expression.arguments?.[0]
  return argument && [replace(source, argument.start, argument.end, quotedLike(source, column, argument))]
}

function optionInCall(source: Source, { expression }: Node, name: string): Replace[] | undefined {
  if (expression.type !== 'CallExpression') return [insert(source, expression.end, `({ field: ${name} })`)]
  const [argument] = expression.arguments
  if (!argument) return [insert(source, expression.end - 1, `{ field: ${name} }`)]
  const value = bare(argument)
  if (value.type === 'ObjectExpression') return setProperty(source, value, keyFor(value), name)
  if (!isType(value)) return undefined
  const text = source.text.slice(argument.start, argument.end)
  return [replace(source, argument.start, argument.end, `{ type: ${text}, field: ${name} }`)]
}

const keyFor = (literal: Node): string =>
  literal.properties.some((one: Node) => keyOf(one) === 'columnName') ? 'columnName' : 'field'

/** `DataType.DATE`, `DataType.DATE(3)`, `DATE`: names in capitals. */
function isType(node: Node): boolean {
  if (node.type === 'CallExpression') return isType(node.callee)
  return /^[A-Z]+$/.test(node.property?.name ?? node.name ?? '')
}

/** Writes the type explicitly, because the type of a property cannot always be inferred. */
function columnDecorator(source: Source, module: string, member: Node, name: string): Replace[] | undefined {
  const column = importName(source, module, 'Column')
  const type = importName(source, module, 'DataType')
  if (!column || !type) return undefined
  // The other exports of a project module are unknown.
  const added = column.edits.length + type.edits.length > 0
  if (added && module !== 'sequelize-typescript') return undefined
  const decorator = `@${column.name}({ type: ${type.name}.DATE, field: ${name} })`
  return [...importEdits(source, module, column, type), addDecorator(source, member, decorator)]
}

/** Two missing names go into one import in one edit. */
function importEdits(source: Source, module: string, column: Imported, type: Imported): Replace[] {
  if (column.edits.length === 0 || type.edits.length === 0) return [...column.edits, ...type.edits]
  return importName(source, module, 'Column, DataType')?.edits ?? []
}
