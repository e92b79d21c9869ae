/** Finds files that ask for soft delete but from which no model was read, so that the reader can report them. */

import { type Machine, type Node, parseSource, type Source, SyntaxFault, walk } from '../ast'
import type { Model, Origin, Unheard } from '../types'

/** Matches options and decorators that ask for soft delete. */
const ASKS = /\bparanoid\b(?!['"]?\s*:\s*(?:false\b|options\b))|@\s*DeletedAt\b/

/** Whether a file may ask for soft delete. */
const mayAsk = (text: string): boolean => ASKS.test(text)

/** Matches methods for which `paranoid` is an option of a query. */
const QUERIES =
  /^(?:find\w*|count\w*|destroy|restore|update|upsert|aggregate|max|min|sum|reload|scope|unscoped|paginate|get[A-Z]\w*|bulk\w*|expect|to[A-Z]\w*)$/

const calleeName = ({ callee }: Node): string => callee?.property?.name ?? callee?.name ?? ''

/** Matches keys that mark an object with `paranoid` as options of a query, wherever the object is used. */
const OF_QUERIES = /^(?:where|include|attributes|order|limit|offset|raw|group|transaction)$/

const isOfQuery = (node: Node | undefined): boolean =>
  node?.type === 'ObjectExpression' &&
  node.properties.some(({ key }: Node) => OF_QUERIES.test(key?.name ?? key?.value ?? ''))

/** Matches Sequelize's types of the options of a query, such as `FindOptions<User>`. */
const QUERY_TYPE =
  /^(?:(?:NonNull)?Find|Count|Destroy|Restore|Update|Upsert|Aggregate|Save|Scope|Include)\w*Options$/

/** Whether a node's written type, or the type it is cast to, is that of the options of a query. */
const isTypedAsQuery = ({ type, id, typeAnnotation }: Node): boolean => {
  const written = type === 'VariableDeclarator' ? id.typeAnnotation?.typeAnnotation : typeAnnotation
  const name = written?.typeName
  return QUERY_TYPE.test(name?.right?.name ?? name?.name ?? '')
}

const isQuery = (parents: Node[]): boolean =>
  isOfQuery(parents.at(-1)) ||
  parents.some(isTypedAsQuery) ||
  parents.some((one) => one.type === 'CallExpression' && QUERIES.test(calleeName(one))) ||
  parents.some(
    (one) => one.type === 'ObjectProperty' && /^(?:include|through|defaultScope|scopes)$/.test(one.key.name),
  )

const asks = (node: Node): boolean => {
  if (node.type === 'Decorator') return (node.expression.callee?.name ?? node.expression.name) === 'DeletedAt'
  if (node.type !== 'ObjectProperty' || (node.key.name ?? node.key.value) !== 'paranoid') return false
  return (
    !node.shorthand &&
    node.value.type !== 'ObjectPattern' &&
    node.value.value !== false &&
    !isRule(node.value)
  )
}

/** Whether a value is the rule of a validator for what a request asks, such as `Joi.boolean().optional()`. */
function isRule(value: Node): boolean {
  let root = value
  while (root.type === 'CallExpression' || root.type === 'MemberExpression') root = root.callee ?? root.object
  return root !== value && root.type === 'Identifier' && /^(?:joi|yup|z|zod)$/i.test(root.name)
}

function lineOf({ text }: Source, offset: number): number {
  return text.slice(0, offset).split(/\r\n?|\n/).length
}

/** Returns the first line that asks for soft delete outside of a query. */
function placeIn(source: Source): number | undefined {
  let found: number | undefined
  walk(source.program, (node, parents) => {
    if (found !== undefined || node.type === 'ObjectPattern') return false
    if (asks(node) && !isQuery(parents)) found = lineOf(source, node.start)
    return true
  })
  return found
}

/** Yields the places from which a model was read. */
function* placesOf({ origin, paranoidAt, trace, sites }: Model): Generator<Origin> {
  yield origin
  if (paranoidAt) yield paranoidAt
  for (const { at } of trace) if (at) yield at
  for (const one of Object.values(sites)) if (one && 'at' in one) yield one.at
}

/**
 * @param files absolute paths of the files to check
 * @param contributing files that contributed to a model or connection, beside the places that the models name
 * @returns files that ask for soft delete without a model, with the first line; a syntax fault goes to `m.faults`
 */
export function unheardIn(
  files: string[],
  models: Model[],
  contributing: Set<string>,
  m: Machine,
): Unheard[] {
  for (const model of models) for (const { file } of placesOf(model)) contributing.add(file)
  return files.flatMap((file) => {
    const text = m.reader.read(file) ?? ''
    if (/\.json[c5]?$/.test(file) || contributing.has(file) || m.faults.has(file) || !mayAsk(text)) return []
    const line = lineOfParanoid(text, file, m)
    return line === undefined
      ? []
      : [{ file, line, reason: '`paranoid` stands in it, and no model was seen' }]
  })
}

function lineOfParanoid(text: string, file: string, m: Machine): number | undefined {
  try {
    return placeIn(parseSource(text, file))
  } catch (fault) {
    if (!(fault instanceof SyntaxFault)) throw fault
    m.faults.set(file, fault)
    return undefined
  }
}
