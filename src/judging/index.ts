/** DOOR. */

export { diff, fails } from './diff'
export { sideBySide } from './disagreement'
export { ofSeveral } from './of-several'
export { hasRun, withPending } from './pending'
export { isNothingProven, proofOf } from './proof'
export {
  applyChange,
  columnNamed,
  emptySchema,
  foldsCase,
  meantBy,
  referencesOf,
  sameTable,
  tableNamed,
  uniquesOf,
} from './schema'
