/** Sets `field` on a declared attribute, or declares an attribute with it. */

import type { Entry, Model, RepairContext, Value } from '../types'
import { isPrimitive } from '../values'
import { attributesLiteral } from './attributes'
import { moduleOf } from './edits/import'
import { append, propertiesOf } from './edits/list'
import { propertyText, quoted, quoteOf } from './edits/literal'
import { setProperty } from './edits/object'
import { around, bare, keyOf, type Node, nodeAt, type Replace, replace, type Source } from './edits/source'
import { modelLabel, othersAt, placeText, sharedBy } from './sharing'

export type Mapping = { edits: Replace[]; says: string } | { cannot: string }

export function mapDeclared(
  source: Source,
  model: Model,
  { at, value }: Entry,
  column: string,
  context: RepairContext,
): Mapping {
  const others = othersAt(at, model, context)
  const shared = others.length > 0 || sharedBy(at, model, context)
  const property = shared ? undefined : nodeAt(source, at, /^ObjectProperty$/)
  if (!property || property.computed) {
    const own = declareAttribute(source, model, column, context, `since ${placeText(at)} may serve others`)
    if (!('cannot' in own)) return own
    const why =
      others.length > 0
        ? `declared at ${placeText(at)} for ${others.join(', ')} as well`
        : `declared at ${placeText(at)}`
    return {
      cannot: `The attribute ${model.attribute} of ${modelLabel(model)} is ${why}. Give it field: ${quoted(column, "'")} by hand.`,
    }
  }
  const edits = fieldOn(source, property, column, value)
  if (!edits)
    return {
      cannot: `What ${model.attribute} is at ${placeText(at)} cannot be told. Give it field: ${quoted(column, "'")} by hand.`,
    }
  return { edits, says: `${model.attribute} at ${placeText(at)} has the column ${quoted(column, '"')} now.` }
}

/** @param fallback the known value; undefined if it is unknown */
export function fieldOn(
  source: Source,
  property: Node,
  column: string,
  fallback?: Value,
): Replace[] | undefined {
  const value = bare(property.value)
  const name = quoted(column, quoteOf(source, value))
  if (value.type === 'ObjectExpression') return setProperty(source, value, fieldKey(source, value), name)
  const rest = optionsWithout(source, property, fallback)
  if (!rest) return undefined
  const object = `{ ${rest}, ${fieldKey(source)}: ${name} }`
  if (property.shorthand) {
    return [replace(source, property.start, property.end, `${keyOf(property)}: ${object}`)]
  }
  return [replace(source, value.start, value.end, object)]
}

/** The value as part of an object: a type becomes `type: …`, an object is spread. */
function optionsWithout(source: Source, { value }: Node, said: Value): string | undefined {
  const text = source.text.slice(value.start, value.end)
  const kind = isPrimitive(said) ? typeof said : said.kind
  if (typeHolder(value) || kind === 'ref' || kind === 'string') return `type: ${text}`
  if (kind !== 'object') return undefined
  return /^(Identifier|MemberExpression|CallExpression)$/.test(value.type) ? `...${text}` : `...(${text})`
}

/** The key that the literal or the file already uses; Sequelize 7 names it columnName. */
function fieldKey(source: Source, literal?: Node): string {
  const keys: (string | undefined)[] = literal?.properties.map(keyOf) ?? []
  if (keys.includes('columnName')) return 'columnName'
  if (keys.includes('field')) return 'field'
  return source.text.includes('@sequelize/core') ? 'columnName' : 'field'
}

/** Declares the attribute last in the model's own literal; writes `DataTypes` as the other attributes do. */
export function declareAttribute(
  source: Source,
  model: Model,
  column: string,
  context: RepairContext,
  why: string,
): Mapping {
  const by_hand = `Declare ${model.attribute} with field: ${quoted(column, "'")} by hand.`
  const literal = attributesLiteral(source, model)
  const others = model.sites.attributes ? othersAt(model.sites.attributes, model, context) : []
  if (!literal || others.length > 0 || typeof model.attribute !== 'string') {
    return {
      cannot: `The attributes of ${modelLabel(model)} are not written in a literal of its own. ${by_hand}`,
    }
  }
  const types = typesIn(literal, source)
  if (types === undefined)
    return {
      cannot: `No DataTypes are at hand at ${placeText(model.sites.attributes ?? model.origin)}. ${by_hand}`,
    }
  const name = quoted(column, quoteOf(source, literal))
  const value = `{ type: ${types}.DATE, ${fieldKey(source)}: ${name} }`
  return {
    edits: append(propertiesOf(source, literal), propertyText(source, literal, model.attribute, value)),
    says: `${model.attribute} is declared for ${modelLabel(model)} with the column ${quoted(column, '"')}, ${why}.`,
  }
}

/** The expression before the type in the other attributes, or else `DataTypes` if it is in scope. */
function typesIn(literal: Node, source: Source): string | undefined {
  for (const property of literal.properties) {
    const value = property.value && bare(property.value)
    const typed = value?.type === 'ObjectExpression' ? typeOption(value) : value
    const holder = typed && typeHolder(bare(typed))
    if (holder) return source.text.slice(holder.start, holder.end)
  }
  const parameter = around(source, [literal.start, literal.end]).some((node) =>
    node.params?.some(isDataTypes),
  )
  return parameter || moduleOf(source, 'DataTypes') !== undefined ? 'DataTypes' : undefined
}

const typeOption = (literal: Node): Node | undefined =>
  literal.properties.find((one: Node) => keyOf(one) === 'type')?.value

const isDataTypes = (parameter: Node): boolean => parameter.name === 'DataTypes'

const TYPES =
  /^(STRING|TEXT|CHAR|INTEGER|BIGINT|SMALLINT|TINYINT|DECIMAL|FLOAT|DOUBLE|REAL|BOOLEAN|DATE|DATEONLY|TIME|UUID|ENUM|JSON|JSONB|BLOB|ARRAY)$/

/** `DataTypes` of `DataTypes.STRING(50)`. */
function typeHolder(node: Node): Node | undefined {
  if (node.type === 'CallExpression') return typeHolder(node.callee)
  return node.type === 'MemberExpression' && TYPES.test(node.property.name ?? '') ? node.object : undefined
}
