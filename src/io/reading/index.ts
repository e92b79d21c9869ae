/** DOOR. */

export { isBelow } from './bounds'
export { disk } from './disk'
export { createReader, discoverFiles, type Problem, projectFiles, type Reader, watchedReader } from './files'
export { frameLine } from './frame-line'
export { idlePatterns } from './idle-patterns'
export { isLeftOut } from './ignored'
export { createImporters, type Importers, importersIn } from './importers'
export { isFolder, isThere, nearPath } from './near-path'
export { LARGEST, textOfRegular } from './regular'
export { readReportFiles } from './report-files'
export { decodedText, encoded, problemOf, readText } from './text'
export {
  everyDependency,
  installed,
  jsonObject,
  type Manifest,
  manifestIn,
  objectOf,
  type ReadText,
  upward,
  withinRepository,
} from './upward'
export { type WatchedDisk, watchedDisk } from './watched-disk'
export { workspaceFolder } from './workspaces'
