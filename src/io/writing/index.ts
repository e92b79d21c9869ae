/** DOOR. */

export { applyPlan } from './apply'
export { exclusively } from './exclusive'
export { FOLDER, type Recorded, recordedRuns } from './manifest'
export { plannedFiles } from './planned'
export { markUndone, putFilesBack, type Restoration, removeMigrations, restorationOf } from './restore'
export { whyNot } from './target'
export { createFile, type Undo } from './write'
