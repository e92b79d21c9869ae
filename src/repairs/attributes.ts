/** Reads a model's attributes literal and tells which column each attribute has. */

import type { Model } from '../types'
import { bare, keyOf, type Node, nodeAt, type Source } from './edits/source'
import { hidesWords } from './edits/words'

const { underscore }: { underscore(word: string): string } = require('inflection')

export function attributesLiteral(source: Source, { sites }: Model): Node | undefined {
  return sites.attributes && nodeAt(source, sites.attributes, /^ObjectExpression$/)
}

/** The declared attributes with this column; attributes whose column is unknown are left out. */
export function attributesWith(source: Source, model: Model, column: string): Node[] {
  if (!mayName(source, model, column)) return []
  const properties: Node[] = attributesLiteral(source, model)?.properties ?? []
  return properties.filter((property) => columnOf(property, model) === column)
}

/** A column is named by its own letters, or by an attribute that differs only in case and separators. */
export function mayName({ text }: Pick<Source, 'text'>, { sites }: Model, column: string): boolean {
  const literal = sites.attributes ? text.slice(...sites.attributes.span) : ''
  return hidesWords(literal) || letters(literal).includes(letters(column))
}

const letters = (text: string): string => text.toLowerCase().replace(/[_:/-]/g, '')

function columnOf(property: Node, model: Model): string | undefined {
  const key = keyOf(property)
  const value = property.value && bare(property.value)
  if (key === undefined || !value) return undefined
  const own = value.type === 'ObjectExpression' ? fieldOf(value) : undefined
  if (own?.type === 'StringLiteral') return own.value
  if (own || (value.type === 'ObjectExpression' && hasSpread(value))) return undefined
  return columnFor(key, model)
}

/** The property value that names the column. */
export function fieldOf(literal: Node): Node | undefined {
  const named = (name: string) => literal.properties.findLast((one: Node) => keyOf(one) === name)?.value
  return named('columnName') ?? named('field')
}

const hasSpread = (literal: Node): boolean =>
  literal.properties.some((one: Node) => one.type === 'SpreadElement')

/** The column that Sequelize derives from an attribute without `field`; undefined if `underscored` is unknown. */
export function columnFor(attribute: string, model: Model): string | undefined {
  const snake = underscore(attribute)
  if (snake === attribute || model.underscored === false) return attribute
  return model.underscored === true ? snake : undefined
}
