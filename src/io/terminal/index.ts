/** DOOR. */

export { pause } from './pause'
export { readStandardInput } from './standard-input'
export { type Output, standardOutput } from './standard-output'
export { confirmed, createAsks, createProgress } from './terminal'
