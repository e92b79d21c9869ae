/** DOOR. The commands and the reports for a program. */

export { type Format, type FormatOptions, format } from './format'
export {
  apply,
  check,
  deploy,
  diagnose,
  doctor,
  plan,
  type Result,
  rollback,
  verify,
  why,
} from './functions'
export type {
  ApplyOptions,
  CheckOptions,
  DeployOptions,
  DiagnoseOptions,
  DoctorOptions,
  Intended,
  RepairOptions,
  RepairQuestion,
  RollbackOptions,
  VerifyOptions,
  WhyOptions,
} from './options'
