/** Dialects that Sequelize knows and this tool does not: told, so that nobody takes them for one that it knows. */

export interface OtherDialect {
  /** For messages. */
  name: string
  /** As Sequelize's options spell it. */
  spelling: string
  driver: string
  /** How it words its errors. */
  wording: RegExp
}

export const otherDialects: OtherDialect[] = [
  { name: 'Oracle', spelling: 'oracle', driver: 'oracledb', wording: /\bORA-\d{5}\b/ },
  {
    name: 'DB2',
    spelling: 'db2',
    driver: 'ibm_db',
    wording: /\bSQL\d{4}N\b|\bSQLCODE\s?[=:]\s?-\d+|\bDB2 SQL error/i,
  },
  {
    name: 'Snowflake',
    spelling: 'snowflake',
    driver: 'snowflake-sdk',
    wording: /SQL compilation error|\binvalid identifier '|\bsnowflake\b/i,
  },
]
