/** DOOR. */

export { type Repository, repositoryIfAny } from './run'
export { toAdd } from './to-add'
export { workTreeAt } from './work-tree'
