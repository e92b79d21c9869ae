/** DOOR. */

export { inflectorFor } from './inflector'
export { migrationContext } from './migrations-folder'
export { nextCommand, statusCommand } from './next-command'
export { packageRoot, packageVersion } from './package-root'
export { projectDialect, projectVersions } from './project'
export { setupOf } from './setup'
export { configBeside, startFolder } from './start-folder'
