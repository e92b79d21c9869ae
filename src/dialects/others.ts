/** Lists dialects that Sequelize supports and this tool does not, so that they are not taken for a supported one. */

interface OtherDialect {
  /** The name in messages. */
  name: string
  /** The value of Sequelize's option `dialect`. */
  spelling: string
  driver: string
  /** Matches its error messages. */
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
