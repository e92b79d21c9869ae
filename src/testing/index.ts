/** DOOR. `deletedat-codemod/testing`: an assertion for jest, vitest, node:test, or any runner that fails on a thrown error. */

import { type CheckOptions, check, format } from '../api'
import { type AnySequelize, type DriftOptions, findDrift, isSequelize, ParanoidDrift } from '../runtime'

/** An error as node:assert makes it: each runner shows `actual` against `expected`. */
class Unexpected extends Error {
  override name = 'AssertionError'
  readonly code = 'ERR_ASSERTION'
  readonly expected: string[] = []
  readonly operator = 'expectNoDrift'

  constructor(
    message: string,
    readonly actual: string[],
  ) {
    super(message)
  }
}

/**
 * Fails the test if a model is paranoid while its table has no column for it. Given a Sequelize instance, it asks its
 * database, as `assertParanoid` does; else it reads models and migrations, as `check` does, and runs none of them.
 *
 * @throws an AssertionError with the report of `check`
 */
export async function expectNoDrift(sequelize: AnySequelize, options?: DriftOptions): Promise<void>
export async function expectNoDrift(options?: CheckOptions): Promise<void>
export async function expectNoDrift(
  given: AnySequelize | CheckOptions = {},
  options: DriftOptions = {},
): Promise<void> {
  if (isSequelize(given)) return throwFor(await findDrift(given, options))
  const outcome = await check(given)
  if (outcome.exitCode === 0) return
  throw new Unexpected(
    format(outcome, 'terminal').trimEnd(),
    outcome.findings.map(({ message }) => message),
  )
}

function throwFor(findings: ConstructorParameters<typeof ParanoidDrift>[0]): void {
  if (!findings.length) return
  throw new Unexpected(
    new ParanoidDrift(findings).message,
    findings.map(({ message }) => message),
  )
}
