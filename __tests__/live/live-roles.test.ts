/** Users with few rights: what one cannot see is not missing, and what one may not do is said before it is tried. */

import { randomBytes } from 'node:crypto'
import { type } from '../helpers/command'
import { describeOn, type TestDatabase } from '../helpers/databases'
import { columnsOf, connected } from '../helpers/databases/catalog'
import { usingDatabase } from '../helpers/databases/emitted'
import { linkModules } from '../helpers/databases/sequelize-cli'
import { tempProject } from '../helpers/temp-project'

const PASSWORD = 'p#s?/w@r:d%'

function project(database: TestDatabase, user: object, table = "tableName: 'sessions'"): string {
  const root = tempProject({
    'models/session.js': `module.exports = (sequelize, DataTypes) =>
      sequelize.define('Session', { title: DataTypes.STRING }, { ${table}, paranoid: true })`,
    'config/config.json': JSON.stringify({
      development: { ...database.options, logging: undefined, ...user },
    }),
    'package.json': '{}',
  })
  linkModules(root)
  return root
}

const sql = (database: TestDatabase, ...lines: string[]) =>
  connected(database, async (sequelize) => {
    for (const line of lines) await sequelize.query(line)
  })

/** A user of this test alone. */
async function asUser(
  database: TestDatabase,
  make: (name: string) => string[],
  drop: (name: string) => string[],
  work: (username: string) => Promise<void>,
) {
  const name = `dd_${randomBytes(6).toString('hex')}`
  await sql(database, ...make(name))
  try {
    await work(name)
  } finally {
    await sql(database, ...drop(name))
  }
}

const TABLE = 'sessions (id integer, title varchar(9), "createdAt" date, "updatedAt" date'

describeOn(
  'postgres',
  'roles of Postgres',
  usingDatabase('postgres', (database) => {
    const withRole = (rights: (name: string) => string[], work: (username: string) => Promise<void>) =>
      asUser(
        database(),
        (name) => [`CREATE ROLE ${name} LOGIN`, ...rights(name)],
        (name) => [`DROP OWNED BY ${name}`, `DROP ROLE ${name}`],
        work,
      )

    it('somebody else owns the table: deploy runs nothing', async () => {
      await sql(database(), `CREATE TABLE ${TABLE})`)
      const rights = (name: string) => [
        `GRANT ALL ON SCHEMA public TO ${name}`,
        `GRANT ALL ON sessions TO ${name}`,
      ]
      await withRole(rights, async (username) => {
        const root = project(database(), { username })
        expect(await type(root, 'models --yes')).toMatchObject({ code: 0 })
        const told = await type(root, 'deploy models')
        expect(told.code).toBe(2)
        expect(told.out).toMatch(
          new RegExp(`failed +public.sessions +it belongs to \\w+, and ${username} may not alter it`),
        )
        expect(await columnsOf(database(), { name: 'sessions' })).not.toContain('deletedAt')
        expect(await columnsOf(database(), { name: 'SequelizeMeta' })).toEqual([])
      })
    })

    it('no USAGE on the schema: the column is seen, and the calls say why they fail', async () => {
      await sql(database(), 'CREATE SCHEMA app', `CREATE TABLE app.${TABLE}, "deletedAt" timestamp)`)
      await withRole(
        () => [],
        async (username) => {
          const root = project(database(), { username }, "tableName: 'sessions', schema: 'app'")
          const told = await type(root, 'verify models')
          expect(told.code).toBe(1)
          expect(told.out).toContain('permission denied for schema app')
          expect(told.out).not.toContain('missing')
        },
      )
    })

    it('no USAGE on the schema that the search path names: it is said where the table is', async () => {
      await sql(database(), 'CREATE SCHEMA app', `CREATE TABLE app.${TABLE}, "deletedAt" timestamp)`)
      await withRole(
        (name) => [`ALTER ROLE ${name} SET search_path = app, public`],
        async (username) => {
          const told = await type(
            project(database(), { username }),
            'check models --evidence database --strict',
          )
          expect(told).toMatchObject({ code: 1, out: expect.stringContaining('unproven (1)') })
          expect(told.out).toContain('"sessions" is in the schema "app"')
        },
      )
    })

    it('a list of migrations that may not be read is no reason for a bug', async () => {
      await sql(database(), `CREATE TABLE ${TABLE})`, 'CREATE TABLE "SequelizeMeta" (name text)')
      await withRole(
        () => [],
        async (username) => {
          const told = await type(project(database(), { username }), 'verify models')
          expect(told).toMatchObject({ code: 2, out: '' })
          expect(told.err).toContain('The user of this connection may not do that.')
        },
      )
    })
  }),
)

describeOn(
  'mariadb',
  'users of MariaDB',
  usingDatabase('mariadb', (database) => {
    const withUser = (
      more: string,
      rights: (name: string) => string[],
      work: (username: string) => Promise<void>,
    ) =>
      asUser(
        database(),
        (name) => [`CREATE USER ${name} IDENTIFIED BY '${PASSWORD}' ${more}`, ...rights(name)],
        (name) => [`DROP USER ${name}`],
        work,
      )
    const schema = () => database().options.database
    const table = TABLE.replaceAll('"', '`')

    async function refused(user: object, says: string) {
      const told = await type(project(database(), user), 'verify models')
      expect(told).toMatchObject({ code: 2, out: '', err: expect.stringContaining(says) })
      expect(told.err).not.toContain(PASSWORD)
      expect(told.err).not.toContain(encodeURIComponent(PASSWORD))
    }

    it('a wrong password', () =>
      withUser(
        '',
        () => [],
        (username) =>
          refused({ username, password: `${PASSWORD}!` }, 'The database refuses the user or the password'),
      ))

    it('TLS is required: it is refused in the same words, so that is said too', () =>
      withUser(
        'REQUIRE SSL',
        (name) => [`GRANT ALL ON \`${schema()}\`.* TO ${name}`],
        (username) =>
          refused({ username, password: PASSWORD }, 'A user that has to come by TLS is refused so as well'),
      ))

    it('no such database', () =>
      withUser(
        '',
        (name) => [`GRANT ALL ON *.* TO ${name}`],
        (username) =>
          refused({ username, password: PASSWORD, database: 'nowhere_dd' }, 'There is no such database'),
      ))

    it('no right on the database', () =>
      withUser(
        '',
        () => [],
        (username) =>
          refused({ username, password: PASSWORD }, 'The user of this connection may not do that'),
      ))

    it('no right on the table: it is not said to be missing', async () => {
      await sql(database(), `CREATE TABLE ${table})`, 'CREATE TABLE visits (id integer)')
      const rights = (name: string) => [`GRANT SELECT ON \`${schema()}\`.visits TO ${name}`]
      await withUser('', rights, async (username) => {
        const told = await type(
          project(database(), { username, password: PASSWORD }),
          'verify models --strict',
        )
        expect(told).toMatchObject({ code: 1, out: expect.stringContaining('unproven (1)') })
        expect(told.out).toContain('sees only tables it has rights on, and "sessions" is none of them')
      })
    })

    it('no right to alter: deploy runs nothing', async () => {
      await sql(database(), `CREATE TABLE ${table})`)
      const rights = (name: string) => [`GRANT SELECT, INSERT ON \`${schema()}\`.* TO ${name}`]
      await withUser('', rights, async (username) => {
        const root = project(database(), { username, password: PASSWORD })
        expect(await type(root, 'models --yes')).toMatchObject({ code: 0 })
        const told = await type(root, 'deploy models')
        expect(told.code).toBe(2)
        expect(told.out).toContain('may not alter it; connect as its owner')
        expect(told.out + told.err).not.toContain(PASSWORD)
      })
    })
  }),
)
