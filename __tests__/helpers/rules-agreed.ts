/** Definitions for one rule each, and the check that the real Sequelize says the same. */
import { applyRules } from '../../src/models/rules'
import type { Model, TableName } from '../../src/types'
import { context, definition, realModel, type Spec, type Truth, truthOf } from './rules-real'

export const spec = (options: Spec['options'], more: Partial<Spec> = {}): Spec => ({
  style: 'define',
  name: 'User',
  options,
  ...more,
})

export const globally = (define: Record<string, unknown>, options: Spec['options'] = {}): Spec =>
  spec(options, { instance: { define } })

/** Our model, after the real one has been found to be the same. */
export function agreed(major: number, one: Spec): Model {
  const model = applyRules(definition(one), context(major))
  const truth = truthOf(major, realModel(major, one))
  const { name, schema } = model.table as TableName
  const ours = { name: model.name, table: name, schema: schema ?? (major === 7 ? 'public' : undefined) }
  expect({ ...ours, paranoid: model.paranoid, attribute: model.attribute, column: model.column }).toEqual(
    picked(truth),
  )
  return model
}

const picked = ({ name, table, schema, paranoid, attribute, column }: Truth) => ({
  name,
  table,
  schema,
  paranoid,
  attribute,
  column,
})

export const refused = (major: number, one: Spec): string => {
  expect(() => realModel(major, one)).toThrow()
  return applyRules(definition(one), context(major)).fault!.says
}
