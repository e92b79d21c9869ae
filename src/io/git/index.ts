/** DOOR. */

export { changesSince } from './changes'
export { indexFiles } from './index-files'
export { repositoryAt, repositoryIfAny } from './run'
export { ignoredOf, type ToAdd, toAdd } from './to-add'
