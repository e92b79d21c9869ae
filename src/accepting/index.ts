/** DOOR. Tells which findings somebody has accepted. */

export { acceptByComments } from './comments'
