/** DOOR. What `init` would write: the hook, the job in CI, the config, the baseline. It writes nothing. */

import path from 'node:path'
import type { InitFacts, InitPart } from '../types'
import { ciPart } from './ci'
import { hookPart } from './hooks'

export { addCommand } from './words'

const CONFIG = 'deletedat-codemod.config.json'

/** @param baseline the file and the text of a baseline, if there are findings and no baseline */
export function partsOf(
  facts: InitFacts,
  baseline: { file: string; text: string; findings: number } | undefined,
): InitPart[] {
  return [
    configPart(facts),
    ...(baseline ? [baselinePart(facts, baseline)] : []),
    hookPart(facts),
    ciPart(facts),
  ]
}

function configPart({ cwd, hasConfig, schema }: InitFacts): InitPart {
  if (hasConfig) return { name: 'config', state: 'there', says: 'there is one', files: [] }
  const config = { ...(schema !== undefined && { $schema: schema }), paths: ['.'] }
  const lines = Object.entries(config).map(([key, value]) =>
    typeof value === 'string'
      ? `  "${key}": ${JSON.stringify(value)}`
      : `  "${key}": ["${value.join('", "')}"]`,
  )
  return {
    name: 'config',
    state: 'planned',
    says: `${CONFIG}, for what every run needs`,
    files: [{ file: path.join(cwd, CONFIG), after: `{\n${lines.join(',\n')}\n}\n` }],
  }
}

function baselinePart(
  { cwd }: InitFacts,
  { file, text, findings }: { file: string; text: string; findings: number },
): InitPart {
  const shown = path.relative(cwd, file).split(path.sep).join('/')
  const many = findings === 1 ? 'the finding' : `the ${findings} findings`
  return {
    name: 'baseline',
    state: 'planned',
    says: `${shown} accepts ${many} of today, so that only new ones fail`,
    files: [{ file, after: text }],
  }
}
