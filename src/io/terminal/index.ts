/** DOOR. */

export { fileLinks } from './links'
export { pause } from './pause'
export { createProgress } from './progress'
export { readStandardInput } from './standard-input'
export { type Output, standardOutput } from './standard-output'
export { askByKey, confirmed, show, warn } from './terminal'
export { uncoloured } from './uncoloured'
