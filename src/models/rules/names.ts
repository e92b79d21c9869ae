/** Determines the model's name, and the table and schema that Sequelize derives from it. */

import type { TableName, Unknown } from '../../types'
import { isObject, isUnknown } from '../../values'
import { type Facts, note, placeOf, source } from './facts'
import { because, either, quote, type Settled, show, truth, unknown } from './known'
import { reader } from './options'

/** R2: determines the model's name. */
export function modelNameOf(facts: Facts, given: Settled): string | Unknown {
  const name = chosenName(facts, given)
  note(
    facts,
    'R2',
    isUnknown(name) ? `The model's name cannot be told: ${name.why}.` : `The model is ${quote(name)}.`,
  )
  return name
}

function chosenName(facts: Facts, given: Settled): string | Unknown {
  const defined = facts.definition.style === 'define'
  const chosen = defined && given !== undefined ? given : modelNameOption(facts)
  if (isUnknown(chosen)) return defined || typeof given !== 'string' ? chosen : { ...chosen, text: given }
  // `define` makes its class as `const model = class extends Model {}`, so the default name is `model`.
  const name = chosen || (defined && facts.edition.major >= 4 ? 'model' : given)
  if (isUnknown(name) || typeof name === 'string') return name
  return unknown(show(name), facts.definition.origin, 'the name is not a string')
}

/** Ignores a modelName that only an unread part of `define` may set: it would give all models one name. */
function modelNameOption({ edition, read }: Facts): Settled {
  const { value, entry, from } = read('modelName')
  if (from === 'define' && !(entry && edition.globalModelName)) return undefined
  return value
}

/** R3, R4, R5 and R8: determines the table. */
export function tableOf(facts: Facts, model: string | Unknown): TableName | Unknown {
  const name = tableNameOf(facts, model)
  const schema = schemaOf(facts)
  if (isUnknown(name)) return unknownTable(facts, name)
  if (isUnknown(schema)) return unknownTable(facts, because(schema, 'the schema'))
  if (schema === AT_RUN_TIME) return { name, anySchema: true }
  return schema ? { schema, name } : { name }
}

function unknownTable(facts: Facts, open: Unknown): Unknown {
  note(facts, 'R3', `The table cannot be told: ${open.why}.`, open.at)
  return open
}

/** Marks a schema that is known only at run time: a deployment may keep everything in it, migrations included. */
const AT_RUN_TIME = Symbol('at run time')

function tableNameOf(facts: Facts, model: string | Unknown): string | Unknown {
  const option = facts.read('tableName')
  const { value } = option
  if (isUnknown(value)) return because(value, 'tableName')
  if (!value) return defaultTableName(facts, model)
  if (typeof value !== 'string')
    return unknown(show(value), placeOf(option, facts), 'tableName is not a string')
  note(
    facts,
    'R5',
    `tableName is ${quote(value)} by ${source(option)}: it is taken as it is.`,
    option.entry?.at,
  )
  return value
}

function defaultTableName(facts: Facts, model: string | Unknown): string | Unknown {
  if (model === '' && facts.edition.major >= 7) {
    return unknown("''", facts.definition.origin, 'Sequelize 7 refuses a class without a name')
  }
  const frozen = truth(facts.read('freezeTableName').value)
  const plural = frozen === true ? '' : snakedTable(facts, pluralOf(facts, model))
  const name = either(frozen, model, plural, 'freezeTableName')
  if (isUnknown(name)) return name
  note(
    facts,
    'R3',
    frozen === true
      ? `freezeTableName is set: the table is ${quote(name)}.`
      : `The table is made of the model's name: ${quote(name)}.`,
  )
  return name
}

function pluralOf(facts: Facts, model: string | Unknown): string | Unknown {
  const plural = facts.edition.pluralByOption ? pluralOption(facts) : undefined
  if (plural !== undefined) return plural
  if (isUnknown(model)) return model
  if (facts.edition.major >= 2) return facts.inflector.pluralize(model)
  return unknown(
    model,
    facts.definition.origin,
    'Sequelize 1 makes plurals by lingo, whose words are not known here',
  )
}

/** R4: reads `name: { plural }`, which counts since version 7. */
function pluralOption(facts: Facts): string | Unknown | undefined {
  const option = facts.read('name')
  if (isUnknown(option.value)) return because(option.value, 'name.plural')
  if (!option.value) return undefined
  const found = reader([{ from: option.from, holder: option.value }], facts.settle)('plural')
  if (found.value == null) return undefined
  if (isUnknown(found.value)) return because(found.value, 'name.plural')
  if (typeof found.value !== 'string' || !isObject(option.value)) {
    return unknown(show(found.value), placeOf(found, facts), 'name.plural is not a string')
  }
  note(facts, 'R4', `name.plural is ${quote(found.value)}.`, found.entry?.at)
  return found.value
}

function snakedTable({ edition, read, inflector }: Facts, plural: string | Unknown): string | Unknown {
  if (isUnknown(plural) || !edition.tableSnakedBy) return plural
  const flag = truth(read(edition.tableSnakedBy).value)
  return flag === false ? plural : either(flag, inflector.underscore(plural), plural, edition.tableSnakedBy)
}

function schemaOf(facts: Facts): string | typeof AT_RUN_TIME | undefined | Unknown {
  const own = facts.read('schema')
  const { edition, instance, settle } = facts
  const falls = own.value === undefined || (edition.emptySchemaFallsThrough && !own.value)
  const found =
    falls && edition.instanceSchema ? reader([{ from: 'instance', holder: instance }], settle)('schema') : own
  if (isUnknown(found.value) && found.entry) {
    const says = `The schema is known at run time only: ${found.value.why}. The table is looked for by its name.`
    note(facts, 'R8', says, found.entry.at)
    return AT_RUN_TIME
  }
  if (isUnknown(found.value) || !found.value) return isUnknown(found.value) ? found.value : undefined
  if (typeof found.value !== 'string')
    return unknown(show(found.value), placeOf(found, facts), 'it is not a string')
  note(facts, 'R8', `The schema is ${quote(found.value)} by ${source(found)}.`, found.entry?.at)
  return found.value
}
