/** A server that does not do as it is asked while a deploy runs: it ends in a sentence, and a second run completes it. */

import { randomBytes } from 'node:crypto'
import type { Sequelize } from 'sequelize'
import { type } from '../helpers/command'
import { describeOn, type TestDatabase } from '../helpers/databases'
import { columnsOf, connected } from '../helpers/databases/catalog'
import { usingDatabase } from '../helpers/databases/emitted'
import { driftingProject } from '../helpers/databases/live-project'
import { beside, reader, started, until } from '../helpers/databases/traffic'
import { addFiles } from '../helpers/temp-project'

const sql = (database: TestDatabase, ...lines: string[]) =>
  connected(database, async (sequelize) => {
    for (const line of lines) await sequelize.query(line)
  })

/** The project with a migration of ours that waits, connected as another user where one is named. */
async function waiting(database: TestDatabase, user: object = {}): Promise<string> {
  const root = driftingProject(database)
  const config = { ...database.options, logging: undefined, ...user }
  addFiles(root, { 'config/config.js': `module.exports = ${JSON.stringify(config)}\n` })
  expect(await type(root, 'models --yes')).toMatchObject({ code: 0 })
  return root
}

const hasColumn = async (database: TestDatabase) =>
  (await columnsOf(database, { name: 'sessions' })).includes('deletedAt')

/** Somebody else has the table while the work is done. */
const held = (
  database: TestDatabase,
  how: string | undefined,
  work: (sequelize: Sequelize) => Promise<void>,
) =>
  beside(database, async (sequelize) => {
    const holder = await reader(sequelize, how)
    await work(sequelize).finally(holder.end)
  })

/** A driver may have connected anew by the time that the database is asked what became of it. */
function saysSo({ out, err }: { out: string; err: string }): void {
  expect(out + err).toMatch(/ended the connection|terminating connection|closed state|Connection lost/)
  expect(out + err).toMatch(/run npx deletedat-codemod deploy models again|then run the command again/)
}

/** A second run does all, once. */
async function completes(root: string, database: TestDatabase): Promise<void> {
  expect(await type(root, 'deploy models')).toMatchObject({ code: 0 })
  expect(await hasColumn(database)).toBe(true)
  expect(await type(root, 'deploy models')).toMatchObject({
    code: 0,
    out: expect.stringContaining('No migration of ours waits'),
  })
}

describeOn(
  'postgres',
  'an unwilling PostgreSQL',
  usingDatabase('postgres', (database) => {
    /** A role that owns everything of this database. */
    async function asOwner(setting: string, work: (username: string) => Promise<void>) {
      const name = `dd_${randomBytes(6).toString('hex')}`
      await sql(database(), `CREATE ROLE ${name} LOGIN SUPERUSER`, `ALTER ROLE ${name} SET ${setting}`)
      try {
        await work(name)
      } finally {
        await sql(database(), `DROP OWNED BY ${name}`, `DROP ROLE ${name}`)
      }
    }

    it('default_transaction_read_only', async () => {
      await asOwner('default_transaction_read_only = on', async (username) => {
        const root = await waiting(database(), { username })
        const told = await type(root, 'deploy models')
        expect(told.code).toBe(2)
        expect(told.out + told.err).toMatch(/read-only transaction/)
        expect(told.out).toMatch(
          /Stopped at .*Mend what it says and run npx deletedat-codemod deploy models again/,
        )
        expect(await hasColumn(database())).toBe(false)
        await sql(database(), `ALTER ROLE ${username} RESET default_transaction_read_only`)
        await completes(root, database())
      })
    })

    it('statement_timeout, while somebody else holds the table', async () => {
      await asOwner("statement_timeout = '300ms'", async (username) => {
        const root = await waiting(database(), { username })
        await held(database(), undefined, async () => {
          const deployed = await started(root, 'deploy models', { DELETEDAT_LOCK_TRIES: '2' }).ended
          expect(deployed.code).toBe(2)
          expect(deployed.out).toMatch(/is not there/)
        })
        expect(await hasColumn(database())).toBe(false)
        await completes(root, database())
      })
    })

    it('somebody alters the table: it is not waited for, and said who it is', async () => {
      const root = await waiting(database())
      await held(database(), 'LOCK TABLE sessions', async () => {
        const told = await started(root, 'deploy models', { DELETEDAT_LOCK_TRIES: '2' }).ended
        expect(told).toMatchObject({ code: 2, out: expect.stringContaining('AccessExclusiveLock') })
      })
      await completes(root, database())
    })

    it('every connection is cut while the migration waits', async () => {
      await asOwner('statement_timeout = 0', async (username) => {
        const root = await waiting(database(), { username })
        await held(database(), undefined, async (sequelize) => {
          const deploy = started(root, 'deploy models')
          const theirs = `FROM pg_stat_activity WHERE usename = '${username}'`
          const waits = `SELECT count(*) AS n ${theirs} AND wait_event_type = 'Lock' AND query LIKE 'ALTER TABLE%'`
          await until('the migration waits', async () => {
            const [[row]] = (await sequelize.query(waits)) as [{ n: string }[], unknown]
            return Number(row?.n) > 0
          })
          await sequelize.query(`SELECT pg_terminate_backend(pid) ${theirs}`)
          const told = await deploy.ended
          expect(told.code).toBe(2)
          saysSo(told)
        })
        expect(await hasColumn(database())).toBe(false)
        await completes(root, database())
      })
    })
  }),
)

describeOn(
  'mariadb',
  'an unwilling MariaDB',
  usingDatabase('mariadb', (database) => {
    async function asUser(limits: string, work: (username: string) => Promise<void>) {
      const name = `dd_${randomBytes(6).toString('hex')}`
      const { database: schema } = database().options
      await sql(database(), `CREATE USER ${name} ${limits}`, `GRANT ALL ON \`${schema}\`.* TO ${name}`)
      try {
        await work(name)
      } finally {
        await sql(database(), `DROP USER ${name}`)
      }
    }

    it('every connection is cut while the migration waits', async () => {
      await asUser('', async (username) => {
        const root = await waiting(database(), { username })
        await held(database(), undefined, async (sequelize) => {
          const deploy = started(root, 'deploy models')
          const processes = async (more = '') => {
            const [rows] = await sequelize.query(
              `SELECT id FROM information_schema.processlist WHERE user = '${username}' ${more}`,
            )
            return rows as { id: number }[]
          }
          await until('the migration waits', async () => {
            return (await processes("AND state LIKE 'Waiting for table%'")).length > 0
          })
          for (const { id } of await processes())
            await sequelize.query(`KILL CONNECTION ${id}`).catch(() => undefined)
          const told = await deploy.ended
          expect(told.code).toBe(2)
          saysSo(told)
        })
        expect(await hasColumn(database())).toBe(false)
        await completes(root, database())
      })
    })

    it('max_statement_time, while somebody else holds the table', async () => {
      await asUser("IDENTIFIED BY '' WITH MAX_STATEMENT_TIME 0.3", async (username) => {
        const root = await waiting(database(), { username })
        await held(database(), undefined, async () => {
          const told = await started(root, 'deploy models', { DELETEDAT_LOCK_TRIES: '2' }).ended
          expect(told.code).toBe(2)
          expect(told.out).toMatch(/is not there/)
        })
        expect(await hasColumn(database())).toBe(false)
        await completes(root, database())
      })
    })
  }),
)
