/** What a program that uses this package may import: the scan, and the nouns of its result. */

export { UserError } from './errors'
export { scan } from './scan'
export type {
  Column,
  Finding,
  Judged,
  Model,
  Origin,
  Rule,
  Scan,
  ScanSettings,
  Schema,
  Severity,
  Status,
  Table,
  TableName,
  Unknown,
} from './types'
