/** Recognizes errors that this tool cannot diagnose, so that it names them instead of reporting no error. */

import { otherDialects } from '../dialects'

/** The dialect of an error whose wording belongs to a dialect that this tool does not support. */
export const unknownDialect = (text: string): string | undefined =>
  otherDialects.find(({ wording }) => wording.test(text))?.name

const RUNNING =
  /^\s*ERROR:|relation "[^"]{1,200}" already exists|column "[^"]{1,200}" of relation "[^"]{1,200}" already exists|Table '[^']{1,200}' already exists|Duplicate column name|duplicate column name|table [^\s]{1,200} already exists|Cannot find "[^"]{1,400}config|Error reading "[^"]{1,400}"|self[- ]signed certificate|Dialect needs to be explicitly supplied|No migrations were executed|Unable to resolve sequelize package|ECONNREFUSED|password authentication failed|Access denied for user|ER_ACCESS_DENIED_ERROR|Please install \w+ package manually|SequelizeConnection\w*Error/m

/** Whether the error comes from connecting to the database or from running a migration. */
export const isOfRunning = (text: string): boolean => RUNNING.test(text)
