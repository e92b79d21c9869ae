/** Errors that are not of a missing column as far as this tool reads them: of what they are, so that nobody takes them for none. */

import { otherDialects } from '../dialects'

/** The dialect of an error that is worded as in none that this tool knows. */
export const unknownDialect = (text: string): string | undefined =>
  otherDialects.find(({ wording }) => wording.test(text))?.name

const RUNNING =
  /^\s*ERROR:|relation "[^"]{1,200}" already exists|column "[^"]{1,200}" of relation "[^"]{1,200}" already exists|Table '[^']{1,200}' already exists|Duplicate column name|duplicate column name|table [^\s]{1,200} already exists|Cannot find "[^"]{1,400}config|Error reading "[^"]{1,400}"|self[- ]signed certificate|Dialect needs to be explicitly supplied|No migrations were executed|Unable to resolve sequelize package|ECONNREFUSED|password authentication failed|Access denied for user|ER_ACCESS_DENIED_ERROR|Please install \w+ package manually|SequelizeConnection\w*Error/m

/** Whether it is an error of reaching the database, or of running a migration there. */
export const isOfRunning = (text: string): boolean => RUNNING.test(text)
