/** DOOR. */

export { diff, fails, withSeverity } from './diff'
export { sideBySide } from './disagreement'
export { ofSeveral } from './of-several'
export { hasRun, withPending } from './pending'
export { isNothingProven, proofOf } from './proof'
export {
  applyChange,
  columnNamed,
  emptySchema,
  foldsCase,
  referencesOf,
  sameTable,
  tableNamed,
  uniquesOf,
} from './schema'
export { noteStep, withHistory } from './table-history'
