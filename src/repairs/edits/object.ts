/** Sets one key of an object literal so that nothing overrides it. */

import { append, propertiesOf } from './list'
import { propertyText } from './literal'
import { remove } from './removal'
import { keyOf, type Node, type Replace, replace, type Source } from './source'

/** Replaces the value if the key is effective; otherwise adds the key last, so that no spread overrides it. */
export function setProperty(source: Source, object: Node, key: string, value: string): Replace[] {
  const properties: Node[] = object.properties
  const named = properties.filter((one) => keyOf(one) === key)
  const holds = named.at(-1)
  const spreadAfter =
    holds && properties.slice(properties.indexOf(holds)).some((one) => one.type === 'SpreadElement')
  if (holds && !spreadAfter) return [replaceValue(source, object, holds, value)]
  const list = propertiesOf(source, object)
  return [...remove(list, named), ...append(list, propertyText(source, object, key, value))]
}

function replaceValue(source: Source, object: Node, property: Node, value: string): Replace {
  if (property.type !== 'ObjectProperty' || property.shorthand) {
    return replace(
      source,
      property.start,
      property.end,
      propertyText(source, object, keyOf(property) ?? '', value),
    )
  }
  return replace(source, property.value.start, property.value.end, value)
}
