/** DOOR. */

export { applyPlan } from './apply'
export { createAll } from './create'
export { exclusively } from './exclusive'
export { isGone } from './owner'
export { plannedFiles } from './planned'
export { FOLDER, hasRecordSince, type Recorded, recordNames } from './records'
export { interrupted, type Recovered, recover } from './recover'
export { replaceAll, replaceFile } from './replace'
export { appendReport, writeReport } from './report-file'
export { type Restoration, recordedRuns, removeMigrations, restorationOf, takeRunBack } from './restore'
export { whyNot } from './target'
