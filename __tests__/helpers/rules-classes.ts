/** The same decorated class twice: with the real decorators, applied as functions, and as a definition. */
import 'reflect-metadata'
import type { DecoratedClass, Decorator, Definition } from '../../src/types'
import { at, copy, value } from './rules-real'

// biome-ignore lint/suspicious/noExplicitAny: three packages of decorators have no type in common
type Any = any

/** A class with decorators; `table` true: `@Table` without options. */
export interface ClassSpec {
  name: string
  table?: true | Record<string, unknown>
  abstract?: boolean
  properties?: Record<string, [name: string, ...args: unknown[]][]>
}

/** Nearest class first, as in a Definition. */
export function realClass(library: Any, types: Any, chain: ClassSpec[]): Any {
  return [...chain].reverse().reduce((base: Any, { name, table, abstract, properties }) => {
    const made = { [name]: class extends base {} }[name]! as Any
    for (const [property, decorators] of Object.entries(properties ?? {})) {
      Reflect.defineMetadata('design:type', Date, made.prototype, property)
      for (const [decorator, ...args] of [...decorators].reverse()) {
        apply(library[decorator], made, property, copy(args, types))
      }
    }
    const decorate = abstract ? library.Table.Abstract : library.Table
    if (table === true) decorate(made)
    else if (table) decorate(copy(table, types))(made)
    return made
  }, library.Model)
}

const apply = (decorator: Any, made: Any, property: string, args: unknown[]) =>
  args.length ? decorator(...args)(made.prototype, property) : decorator(made.prototype, property)

export function decorated(
  module: string,
  chain: ClassSpec[],
  instance?: Record<string, unknown>,
): Definition {
  return {
    style: 'decorators',
    name: chain[0]!.name,
    attributes: undefined,
    options: undefined,
    sequelize: value(instance),
    decorated: chain.map((one) => decoratedClass(module, one)),
    origin: at,
    sites: {},
  }
}

function decoratedClass(module: string, { name, table, abstract, properties }: ClassSpec): DecoratedClass {
  const options = table === true ? undefined : value(table)
  return {
    name,
    at,
    table: table ? { options, abstract: abstract ?? false, at } : undefined,
    properties: Object.entries(properties ?? {}).map(([property, decorators]) => ({
      name: property,
      at,
      decorators: decorators.map(
        ([decorator, ...args]): Decorator => ({ name: decorator, module, args: args.map(value), at }),
      ),
    })),
  }
}
