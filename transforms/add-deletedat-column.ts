/** jscodeshift transform for repair A: writes a migration for every model of a file that lacks its column. */

import path from 'node:path'
import { createAll, exclusively } from '../src/io/writing'
import { migrationContext } from '../src/project-runner'
import { type Chosen, planRepairs } from '../src/repairs'
import type { Edit, Finding, Plan } from '../src/types'
import { type Folder, isWanted, modelsIn, visit, whyLeft, withFinding } from './folder'
import type { API, FileInfo, Options } from './jscodeshift'
import { flag, folderFrom, required, text } from './options'

export { parser } from './parser'

export default async function addDeletedAtColumn(
  file: FileInfo,
  api: API,
  options: Options,
): Promise<undefined> {
  const migrations = folderFrom(required(options, 'migrations', 'migrations'))
  const seen = await visit(file, options)
  const models = modelsIn(seen, options)
  const lacks = flag(options, 'accept-reappearing')
    ? /^(missing-column|unproven|misnamed-column)$/
    : /^(missing-column|unproven)$/
  const chosen = models.filter(
    (judged) => lacks.test(judged.status) && isWanted(judged, seen.folder, options),
  )
  const choices = chosen.map(
    (judged): Chosen => ({
      judged: withFinding(judged, judged.finding?.rule ?? 'unproven', judged.finding?.found),
      repair: 'add-column',
    }),
  )
  for (const judged of models) {
    if (chosen.includes(judged) || !judged.finding) continue
    api.report?.(whyLeft(judged, seen.folder, options) ?? leftText(judged.finding))
  }
  if (!choices.length) return undefined
  const plan = () => planFor(choices, seen.folder, migrations, options)
  const { repaired, notes } = options.dry
    ? plan()
    : await exclusively(rootOf(migrations), migrations, () => write(plan))
  for (const says of [...repaired.map((one) => one.says), ...notes]) api.report?.(says)
  return undefined
}

const leftText = (finding: Finding): string =>
  finding.rule === 'misnamed-column'
    ? `${finding.message} A second column would start empty and bring back every soft-deleted row: use map-deletedat-column, or pass --accept-reappearing=true.`
    : finding.message

/** Planned again for every file, because other workers write into the folder too. */
function planFor(
  choices: Chosen[],
  { scan, read, settings }: Folder,
  migrations: string,
  options: Options,
): Plan {
  const context = migrationContext(
    {
      cwd: settings.cwd,
      migrations: [migrations],
      timestamp: text(options.timestamp),
      withIndex: flag(options, 'with-index'),
    },
    { ...scan.project, migrations: [migrations] },
    new Date(),
  )
  return planRepairs(choices, {
    models: scan.models,
    read,
    migrations: { ...context, fixed: false, folder: migrations },
  })
}

/** The user named the folder on the command line; it may lie anywhere. */
const rootOf = (folder: string): string => path.parse(folder).root

/** Never overwrites a file that another process created meanwhile: takes the next second instead. */
function write(plan: () => Plan, attempts = 5): Plan {
  const made = plan()
  const edits = created(made)
  try {
    if (edits[0]) createAll(rootOf(edits[0].file), edits)
    return made
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || attempts === 1) throw error
    return write(plan, attempts - 1)
  }
}

const created = ({ repaired }: Plan): Edit[] => repaired.flatMap(({ edits }) => edits)
