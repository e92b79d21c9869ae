/** Says at the start of an application, or in a test, that models and database do not agree. */

import { asError } from '../errors'
import { warn } from '../io/project'
import { type Drift, type DriftOptions, findDrift } from './drift'
import type { AnySequelize } from './instance'
import { checkOptions } from './options'

export interface AssertOptions extends DriftOptions {
  /** Default: 'throw'. 'warn' makes a warning of the process (`process.on('warning')`), and never throws. */
  onDrift?: 'throw' | 'warn' | ((error: ParanoidDrift) => void)
}

/** Models that are paranoid while their table has no column for it. */
export class ParanoidDrift extends Error {
  override name = 'ParanoidDrift'
  readonly code = 'DELETEDAT_DRIFT'

  constructor(readonly findings: Drift[]) {
    super(textOf(findings))
  }
}

function textOf(findings: Drift[]): string {
  const lines = findings.map(({ rule, message, hint }) => `  ${message} (${rule})\n    ${hint}`)
  const models = findings.length === 1 ? '1 model asks' : `${findings.length} models ask`
  return [`${models} the database for what it does not have:`, ...lines].join('\n')
}

/**
 * Compares the models of this instance with its database: two queries, whatever the number of tables. Call it once, when
 * all models are defined and the migrations have run.
 *
 * @returns the findings, if they are not thrown
 * @throws ParanoidDrift with all findings; UserError if an option means nothing
 */
export async function assertParanoid(sequelize: AnySequelize, given: AssertOptions = {}): Promise<Drift[]> {
  checkOptions(given)
  const { onDrift = 'throw', ...options } = given
  const findings = await findDrift(sequelize, options).catch((error: unknown) => {
    if (onDrift !== 'warn') throw error
    warn(`The models could not be compared with the database: ${asError(error).message}`, 'ParanoidDrift')
    return []
  })
  if (!findings.length) return findings
  const drift = new ParanoidDrift(findings)
  if (onDrift === 'throw') throw drift
  if (onDrift === 'warn') warn(drift.message, drift.name)
  else onDrift(drift)
  return findings
}
