/** DOOR. Tells which findings somebody has accepted. */

export { acceptByBaseline, entriesIn, entriesOf, joinedEntries } from './baseline'
export { baselineText, readBaseline } from './baseline-file'
export { acceptByComments } from './comments'
