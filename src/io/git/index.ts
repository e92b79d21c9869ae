/** DOOR. */

export { changesSince } from './changes'
export { indexFiles } from './index-files'
export { type Repository, repositoryAt, repositoryIfAny } from './run'
export { ignoredOf, toAdd } from './to-add'
