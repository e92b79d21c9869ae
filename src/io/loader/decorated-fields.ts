/**
 * Compiles decorated fields, `@Column declare title: string`, which jiti's transpiler does not: each becomes a
 * static block that decorates as TypeScript does.
 */

import { type Node, parseFile, walk } from '../../ast/source'

/** Keeps line numbers. */
export function withDecoratedFields(text: string, file: string): string {
  if (!text.includes('@') || !/\.[cm]?tsx?$/.test(file)) return text
  const fields: Node[] = []
  walk(parseFile(text, file), (node) => {
    if (node.type === 'ClassProperty' && node.decorators?.length && !node.static && !node.computed)
      fields.push(node)
  })
  return fields
    .sort((one, other) => other.start - one.start)
    .reduce((written, field) => decorated(written, field), text)
}

function decorated(text: string, { decorators, key, value, typeAnnotation, end }: Node): string {
  const start: number = decorators[0].start
  const source = (node: Node) => text.slice(node.start, node.end)
  const list = decorators.map(({ expression }: Node) => source(expression)).join(', ')
  const name = JSON.stringify(key.name ?? key.value)
  const block = `static { const all = [${list}]; Reflect.defineMetadata?.('design:type', ${typeOf(typeAnnotation)}, this.prototype, ${name}); for (const one of all.reverse()) one(this.prototype, ${name}, undefined) }`
  const lines = text.slice(start, value ? key.start : end).replace(/[^\n]+/g, '')
  // A field without a value would hide the accessor that Sequelize defines under its name.
  const rest = value ? text.slice(key.start, end) : ''
  return `${text.slice(0, start)}${block}${lines}${rest}${text.slice(end)}`
}

const TYPES: Record<string, string> = {
  TSStringKeyword: 'String',
  TSNumberKeyword: 'Number',
  TSBigIntKeyword: 'BigInt',
  TSBooleanKeyword: 'Boolean',
}

/** The type that TypeScript would emit as metadata, limited to the types that decide a column. */
function typeOf(annotation: Node | null | undefined): string {
  const type: Node | undefined = annotation?.typeAnnotation
  const types: Node[] = (type?.type === 'TSUnionType' ? type.types : [type]).filter(
    (one: Node | undefined) => one && !/^TS(Null|Undefined)Keyword$/.test(one.type),
  )
  const [only] = types
  if (types.length !== 1 || !only) return 'Object'
  if (only.type === 'TSTypeReference' && only.typeName.name === 'Date') return 'Date'
  return TYPES[only.type] ?? 'Object'
}
