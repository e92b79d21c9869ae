/** Takes out of the findings what comments and the baseline accept. */

import path from 'node:path'
import { acceptByBaseline, acceptByComments } from '../accepting'
import type { Finding, ScanSettings } from '../types'
import type { Part, Scanned } from './scanned'

/** Marks the findings that comments accept. */
export function withComments(found: Scanned): Scanned {
  const files = new Set(found.parts.flatMap(({ reading }) => reading.files))
  const unused = acceptByComments(found.models, {
    files: [...files],
    read: found.reader.read,
    isWhole: found.parts.every(isWhole),
  })
  return { ...found, unused }
}

/** Marks the findings that the baseline accepts too, and takes out of the findings what is accepted. */
export function withBaseline(found: Scanned, { cwd, paths, baseline: entries }: ScanSettings): Scanned {
  const isComplete =
    paths.some((one) => path.resolve(cwd, one) === cwd) &&
    found.parts.every(isWhole) &&
    !found.findings.some(isOfFile)
  const mayBeElsewhere = (name: string) => namesElsewhere(found, name)
  const baseline = entries && acceptByBaseline(found.models, entries, { isWhole: isComplete, mayBeElsewhere })
  const isLeft = (finding: Finding): boolean => !finding.accepted
  return {
    ...found,
    parts: found.parts.map((part) => ({ ...part, findings: part.findings.filter(isLeft) })),
    findings: found.findings.filter(isLeft),
    accepted: found.models.flatMap(({ finding }) => (finding?.accepted ? [finding] : [])),
    ...(baseline && { baseline }),
  }
}

/** Whether a source file in which no model was judged writes the name as that of a model is written. */
function namesElsewhere({ models, sources, reader }: Scanned, name: string): boolean {
  const judged = new Set(models.map(({ model }) => model.origin.file))
  const quoted = name.replace(/[^\w$]/g, '\\$&')
  const isNamed = new RegExp(`(["'\`])${quoted}\\1|\\bclass\\s+${quoted}(?![\\w$])`)
  return sources().some((file) => !judged.has(file) && isNamed.test(reader.read(file) ?? ''))
}

/** Whether all models of the given paths were judged, not only those that some files can have touched. */
const isWhole = ({ reading }: Part): boolean => reading.isWhole

/** A file that cannot be read may hold any model. */
const isOfFile = ({ model }: Finding): boolean => model === null
