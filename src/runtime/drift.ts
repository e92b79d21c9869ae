/** Judges the models of a Sequelize instance by its database, as `check --evidence database` does. */

import { UserError } from '../errors'
import { diff, fails } from '../judging'
import { catalogOver, modelsOf } from '../live'
import { nearest } from '../nearest'
import type { Finding, TableName } from '../types'
import { type AnySequelize, dialectOf, instanceOf, rowsOf, versionOf } from './instance'
import { modelOf } from './model'
import { checkOptions } from './options'

/** A finding about a model in memory. */
export interface Drift
  extends Pick<
    Finding,
    'rule' | 'severity' | 'table' | 'attribute' | 'column' | 'found' | 'alike' | 'message' | 'hint'
  > {
  model: string
}

export interface DriftOptions {
  /** Names of models: no other is looked at. Default: all. */
  only?: string[]
  /** Names of models to leave out. Default: none. */
  except?: string[]
  /** Counts what this connection does not see as a finding too. Default: false. */
  strict?: boolean
}

/**
 * Asks the database for all tables by one query, after one for what kind of server it is. Nothing is changed.
 *
 * @throws UserError if there is no model, or none of these names, or the dialect is not known; what the query throws
 */
export async function findDrift(given: AnySequelize, options: DriftOptions = {}): Promise<Drift[]> {
  checkOptions(options)
  const { only, except = [], strict = false } = options
  const sequelize = instanceOf(given)
  const all = modelsOf(sequelize.models)
  // Most likely it was called too early: to find nothing then would prove nothing.
  if (!all.length)
    throw new UserError('This Sequelize has no model.', 'Define the models before they are looked at.')
  checkNames(
    [...(only ?? []), ...except],
    all.map(({ name }) => name),
  )
  const models = all
    .filter(({ name }) => !except.includes(name) && (only?.includes(name) ?? true))
    .map(modelOf)
    .filter(({ paranoid }) => paranoid === true)
  if (!models.length) return []
  const [dialect, version] = [dialectOf(sequelize), versionOf(sequelize)]
  const catalog = await catalogOver({
    dialect,
    sequelize: version,
    ask: async ({ sql, replacements, read }) => read(await rowsOf(sequelize, sql, replacements)),
  })
  const tables = models.flatMap(({ needsColumn, table }): TableName[] =>
    needsColumn === true && !('kind' in table) ? [table] : [],
  )
  const schema = await catalog.see(tables)
  return diff(models, schema, { dialect: catalog.dialect.name, sequelize: version, strict }).flatMap(
    ({ finding }) => (finding && fails(finding, { strict }) ? [driftOf(finding)] : []),
  )
}

function driftOf(finding: Finding): Drift {
  const { rule, severity, model, table, attribute, column, found, alike, message, hint } = finding
  return {
    rule,
    severity,
    model: String(model),
    ...(table && { table }),
    ...(attribute !== undefined && { attribute }),
    ...(column !== undefined && { column }),
    ...(found !== undefined && { found }),
    ...(alike && { alike }),
    message,
    hint: hint.replace('Run deletedat-codemod', 'Run npx deletedat-codemod'),
  }
}

function checkNames(names: string[], known: string[]): void {
  const unknown = names.find((name) => !known.includes(name))
  if (unknown === undefined) return
  const near = nearest(unknown, known)
  throw new UserError(
    `This Sequelize has no model ${unknown}.`,
    near ? `Did you mean ${near}?` : 'Define the models before they are looked at.',
  )
}
