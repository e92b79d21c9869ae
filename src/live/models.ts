/** Reads from a model in memory, of any version of Sequelize from 4 to 7, which table and column it uses. */

import type { TableName } from '../types'

export interface LiveAttribute {
  type?: { constructor: { name: string } }
  allowNull?: boolean
  defaultValue?: unknown
  field?: string
  columnName?: string
}

/** The part of a model class that tells its table and its deletion column. */
export interface LiveModel {
  name: string
  options?: { paranoid?: unknown; timestamps?: unknown; deletedAt?: unknown }
  rawAttributes?: Record<string, LiveAttribute>
  getTableName?(): string | { tableName: string; schema?: string }
  _timestampAttributes?: { deletedAt?: string | false }
  /** Version 7. */
  modelDefinition?: {
    table: { tableName: string; schema?: string }
    timestampAttributeNames: { deletedAt?: string }
    attributes: Map<string, LiveAttribute>
  }
}

export function tableOf(model: LiveModel): TableName {
  const table = model.modelDefinition?.table ?? model.getTableName?.() ?? model.name
  return typeof table === 'string'
    ? { name: table }
    : { name: table.tableName, ...(table.schema && { schema: table.schema }) }
}

/** The attribute and column that Sequelize derived from paranoid, deletedAt, field and underscored. */
export function columnOf(model: LiveModel): { attribute: string; column: string } | undefined {
  const { modelDefinition } = model
  const attribute = modelDefinition
    ? modelDefinition.timestampAttributeNames.deletedAt
    : model.options?.paranoid && model.options.timestamps !== false
      ? model._timestampAttributes?.deletedAt
      : undefined
  if (!attribute) return undefined
  const declared = attributeOf(model, attribute)
  return { attribute, column: declared?.columnName ?? declared?.field ?? attribute }
}

/** Version 7 throws where `rawAttributes` is read. */
export const attributeOf = (model: LiveModel, name: string): LiveAttribute | undefined =>
  model.modelDefinition ? model.modelDefinition.attributes.get(name) : model.rawAttributes?.[name]

/** Version 7 lists the models of an instance in a set. */
export const modelsOf = <M extends LiveModel>(models: Record<string, M> | Iterable<M>): M[] =>
  isIterable(models) ? [...models] : Object.values(models)

const isIterable = <M>(models: Record<string, M> | Iterable<M>): models is Iterable<M> =>
  Symbol.iterator in models
