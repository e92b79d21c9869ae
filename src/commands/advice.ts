/** `--advice` reports what else gets in the way of soft delete. It does not change the exit code. */

import { createReader, projectFiles } from '../io/reading'
import { adviceOf } from '../repairs'
import type { CheckOutcome, Scan, Settings } from '../types'
import { isNamed } from './outcome'

export function adviceFor(scan: Scan, settings: Settings): Pick<CheckOutcome, 'advice'> {
  if (!settings.advice) return {}
  const { models, schema, project } = scan
  const advice = adviceOf({
    judged: models.filter((judged) => isNamed(judged, settings.only)),
    models: models.map(({ model }) => model),
    schema,
    dialect: project.dialect,
    files: projectFiles(settings.cwd, settings),
    reader: createReader(undefined, settings.cwd, undefined, settings.source),
  })
  return { advice }
}
