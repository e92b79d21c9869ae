/** `check --write-baseline` and `--prune-baseline`, and what is said of a baseline. */

import path from 'node:path'
import { baselineText, entriesOf, joinedEntries } from '../accepting'
import { UserError } from '../errors'
import { toolFile } from '../io/project'
import { isThere, readText } from '../io/reading'
import { replaceFile } from '../io/writing'
import type { Scanned } from '../scan'
import type { BaselineEntry, Scan, Settings } from '../types'

/** Sentences about entries that are exceeded or needed no longer. */
export function baselineNotes(
  { baseline }: Scan,
  { baselineWork, only }: Pick<Settings, 'only'> & Partial<Pick<Settings, 'baselineWork'>>,
): string[] {
  if (!baseline || only.length) return []
  const { exceeded, stale } = baseline
  const over = exceeded.map(({ entry: { rule, model, count = 1 }, found }) => {
    const those = count === 1 ? '1 finding' : `${count} findings`
    return `The baseline accepts ${those} ${rule} of ${model}, and there are ${found}: all of them stand.`
  })
  const [first] = stale
  if (!first || baselineWork) return over
  const more = stale.length > 1 ? ` and ${stale.length - 1} more` : ''
  return [
    ...over,
    `The baseline accepts what is there no longer: ${first.rule} of ${first.model}${more}. check --prune-baseline takes it out.`,
  ]
}

/** The settings for a scan that writes the baseline anew: nothing is accepted by the old one. */
export const withoutOld = (settings: Settings): Settings =>
  settings.baselineWork === 'write' ? { ...settings, baseline: undefined } : settings

/**
 * Writes the baseline.
 * @returns the entries, and a sentence that says what was written
 * @throws UserError if it cannot be written
 */
export function writeBaseline(
  found: Scanned,
  settings: Settings,
): { entries: BaselineEntry[]; says: string } | undefined {
  const { baselineWork, baselineFile, cwd, only } = settings
  if (!baselineWork || baselineFile === undefined) return undefined
  if (only.length)
    throw new UserError('A baseline is of all models, and --only names some.', 'Leave --only out.')
  const entries = baselineWork === 'write' ? written(found, settings) : (found.baseline?.kept ?? [])
  const shown = path.relative(cwd, baselineFile).split(path.sep).join('/')
  const number = entries.reduce((sum, { count = 1 }) => sum + count, 0)
  const accepts = `it accepts ${number === 1 ? '1 finding' : `${number} findings`}`
  if (!number && !isThere(baselineFile))
    return { entries, says: 'There is nothing to accept: no baseline was written.' }
  const text = baselineText(entries, schemaFor(baselineFile, cwd))
  const before = readText(baselineFile)
  if ('text' in before && before.text === text) return { entries, says: `${shown} is as it was: ${accepts}.` }
  replaceFile(baselineFile, text, cwd)
  return { entries, says: `${shown} was written: ${accepts}.` }
}

/** The findings of today, and the entries of models that were not read now. */
function written({ findings, models }: Scanned, { baseline = [], paths }: Settings): BaselineEntry[] {
  const now = entriesOf(findings)
  if (paths.includes('.')) return now
  const judged = new Set(models.map(({ model: { name } }) => (typeof name === 'string' ? name : name.text)))
  return joinedEntries([...baseline.filter(({ model }) => !judged.has(model)), ...now])
}

/** The schema as the file names it; undefined where the package lies outside of node_modules. */
export function schemaFor(file: string, cwd: string): string | undefined {
  const schema = path.resolve(cwd, toolFile(cwd, 'schema/baseline.schema.json'))
  const from = path.relative(path.dirname(file), schema).split(path.sep).join('/')
  if (!from.includes('node_modules/') || path.isAbsolute(from)) return undefined
  return from.startsWith('.') ? from : `./${from}`
}
