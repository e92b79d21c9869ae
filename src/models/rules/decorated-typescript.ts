/** Reads decorators as sequelize-typescript does: those of properties first, then `@Table` (R33). */

import type { DecoratedClass, Decorator, Entry, ObjectValue, Origin } from '../../types'
import { attributeBy, modelNameBy, modelOptionsBy, unreadBase, type Written } from './decorators'
import { type Settle, unknown } from './known'
import { emptyObject, made, objectOf, spread } from './spread'

export function decoratedByTypescript(
  classes: [DecoratedClass, ...DecoratedClass[]],
  settle: Settle,
): Written {
  const [nearest] = classes
  const attributes = emptyObject(nearest.at)
  let options = emptyObject(nearest.at)
  for (const one of [...classes].reverse()) {
    attributes.open ??= unreadBase(one, settle)
    options = spread(withProperties(one, options, attributes, settle), settle(one.table?.options))
  }
  const name = modelNameBy(classes.find(({ table }) => table) ?? nearest, settle)
  return { name, options: spread(options, made('Table', nearest.at, { modelName: name })), attributes }
}

/** Applies the members in order, and the decorators of each from last to first. */
function withProperties(one: DecoratedClass, options: ObjectValue, attributes: ObjectValue, settle: Settle) {
  for (const { name, at, decorators } of one.properties) {
    for (const decorator of [...decorators].reverse()) {
      const added = modelOptionsBy(decorator, name)
      if (added) options = spread(options, added)
      const attribute = attributeAfter(decorator, attributes.entries.get(name), at, settle)
      if (attribute) attributes.entries.set(name, attribute)
    }
  }
  return options
}

/** `@Column` starts an attribute anew; `@Default`, `@AllowNull` and `@Unique` add to it. */
function attributeAfter(decorator: Decorator, before: Entry | undefined, at: Origin, settle: Settle) {
  if (decorator.name === 'Column') return column(decorator, at, settle)
  const added = addedBy(decorator)
  return added && before && { ...before, value: spread(objectOf(before), added) }
}

/** An attribute without its own type has the type of the property. */
function column(decorator: Decorator, at: Origin, settle: Settle): Entry {
  const attribute = attributeBy(decorator, settle)
  const typed = attribute.open ?? settle(attribute.entries.get('type')?.value)
  const type = unknown('design:type', at, "it is the property's own type")
  return {
    value: typed ? attribute : spread(attribute, made('Column', decorator.at, { type })),
    at,
    valueAt: attribute.at,
  }
}

function addedBy({ name, args, at }: Decorator): ObjectValue | undefined {
  if (name === 'AllowNull') return made(name, at, { allowNull: args.length ? args[0] : true })
  if (name === 'Unique') return made(name, at, { unique: args.length ? args[0] : true })
  return name === 'Default' ? made(name, at, { defaultValue: args[0] }) : undefined
}
