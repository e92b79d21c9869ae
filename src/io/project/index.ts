/** DOOR. */

export { CONFIG_NAMES, configFileAt } from './config-file'
export { loadEnvFiles } from './env-files'
export { here, warn } from './here'
export { inflectorFor } from './inflector'
export { configureGit, initFacts } from './init-facts'
export { existingMigrations, migrationFolders, newestOf, packagedTemplate } from './migrations-folder'
export { packageRoot, packageVersion } from './package-root'
export { packagesAt } from './packages'
export { projectDialect, projectVersions } from './project'
export { setupOf } from './setup'
export { configBeside, hasOwnConfig, startFolder } from './start-folder'
export { toolCommand, toolFile } from './tool-command'
