/** DOOR. Advises on what else conflicts with soft delete: given on request, never a finding. */

import type { Reader } from '../../ast'
import type { Advice, Judged, Model, Schema } from '../../types'
import { cascadeAdvice } from './cascades'
import { type Kept, uniqueAdvice } from './uniques'

interface AdviceRequest {
  /** The models to advise on. */
  judged: Judged[]
  /** Every model of the project. */
  models: Model[]
  schema: Schema
  dialect?: string
  /** Absolute source files of the project that may define associations. */
  files: string[]
  reader: Pick<Reader, 'read' | 'resolve'>
}

export function adviceOf({ judged, models, schema, dialect, files, reader }: AdviceRequest): Advice[] {
  const kept = judged.flatMap(({ model }) => keptIn(model))
  if (kept.length === 0) return []
  return [...uniqueAdvice(kept, schema, dialect), ...cascadeAdvice(kept, models, schema, files, reader)]
}

function keptIn(model: Model): Kept[] {
  const { name, table, column, needsColumn } = model
  if (needsColumn !== true || typeof name !== 'string' || typeof column !== 'string' || 'kind' in table)
    return []
  return [{ model, name, table, column }]
}
