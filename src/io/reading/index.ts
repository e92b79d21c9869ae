/** DOOR. */

export { isBelow } from './bounds'
export { createReader, discoverFiles, type Problem, projectFiles, type Reader, watchedReader } from './files'
export { frameLine } from './frame-line'
export { isLeftOut } from './ignored'
export { importersIn } from './importers'
export { isFolder, isThere, nearPath } from './near-path'
export { textOfRegular } from './regular'
export { type Encoding, encoded, readText } from './text'
export { everyDependency, installed, type Manifest, manifestIn, upward, withinRepository } from './upward'
export { workspaceFolder } from './workspaces'
