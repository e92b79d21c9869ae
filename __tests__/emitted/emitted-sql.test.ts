/** The SQL that the migrations run: squawk, the linter of Postgres migrations, has nothing to say of it. */

import { spawnSync } from 'node:child_process'
import { Sequelize } from 'sequelize'
import { describeOn, type TestDatabase } from '../helpers/databases'
import {
  creating,
  filledBoth,
  loaded,
  migration,
  project,
  sessions,
  usingDatabase,
} from '../helpers/databases/emitted'

const { SQUAWK } = process.env
const withSquawk = SQUAWK ? it : it.skip
if (!SQUAWK)
  process.stderr.write('Skipped: squawk. SQUAWK must name js/bin/squawk of the package squawk-cli.\n')

/** What the database is sent, statement by statement. */
async function sqlOf({ options }: TestDatabase, code: string, direction: 'up' | 'down'): Promise<string[]> {
  const sent: string[] = []
  const sequelize = new Sequelize({
    ...options,
    logging: (text) => sent.push(text.replace(/^Executing \(.*?\): /, '')),
  })
  const said = jest.spyOn(console, 'log').mockImplementation(() => {})
  try {
    await loaded(code)[direction](sequelize.getQueryInterface(), Sequelize)
  } finally {
    said.mockRestore()
    await sequelize.close()
  }
  return sent
}

/** What squawk has against it: the names of its rules. */
function faults(statements: string[]): string[] {
  const input = statements.map((text) => `${text.replace(/;?\s*$/, '')};\n`).join('')
  const { status, stdout, stderr } = spawnSync(process.execPath, [SQUAWK!, '--reporter', 'json'], {
    input,
    encoding: 'utf8',
  })
  const found = JSON.parse(stdout) as { rule_name: string }[]
  expect({ status, stderr }).toEqual({ status: found.length ? 1 : 0, stderr: '' })
  return found.map((one) => one.rule_name)
}

const indexed = { ...sessions, table: { schema: 'Studio', name: 'Sessions' }, index: 'sessions_deleted_at' }
const [column, index] = filledBoth(indexed) as [string, string]

describeOn(
  'postgres',
  'what Postgres is sent',
  usingDatabase('postgres', (database) => {
    const changes = (statements: string[]) => statements.filter((text) => !text.startsWith('SELECT'))

    it('is one change of the table with its limits, in one transaction', async () => {
      project(database(), [creating(indexed.table)], [])
      expect(changes(await sqlOf(database(), column, 'up'))).toEqual([
        'START TRANSACTION;',
        "SET LOCAL lock_timeout = '1s'; SET LOCAL statement_timeout = '5s'",
        'ALTER TABLE "Studio"."Sessions" ADD COLUMN "deletedAt" TIMESTAMP WITH TIME ZONE; ' +
          `COMMENT ON COLUMN "Studio"."Sessions"."deletedAt" IS 'Soft delete, added by ${migration}';`,
        'COMMIT;',
      ])
      expect(changes(await sqlOf(database(), column, 'down'))).toEqual([
        'START TRANSACTION;',
        "SET LOCAL lock_timeout = '1s'; SET LOCAL statement_timeout = '5s'",
        'ALTER TABLE "Studio"."Sessions" DROP COLUMN "deletedAt"',
        'COMMIT;',
      ])
    })

    withSquawk('has nothing that squawk reports', async () => {
      project(database(), [creating(indexed.table)], [])
      expect(faults(await sqlOf(database(), column, 'up'))).toEqual([])
      expect(faults(await sqlOf(database(), index, 'up'))).toEqual([])
      expect(faults(await sqlOf(database(), index, 'down'))).toEqual([])
      expect(faults(await sqlOf(database(), column, 'down'))).toEqual(['ban-drop-column'])
      expect(faults(['ALTER TABLE a ADD COLUMN b timestamptz'])).toContain('require-lock-timeout')
    })
  }),
)
