/** Before anything is changed, and when what is needed is not there: said with the way out, and nothing done. */

import fs from 'node:fs'
import path from 'node:path'
import { type } from '../helpers/command'
import { describeOn, type Server, startServer, type TestDatabase } from '../helpers/databases'
import { columnsOf } from '../helpers/databases/catalog'
import { usingDatabase } from '../helpers/databases/emitted'
import { driftingProject } from '../helpers/databases/live-project'
import { linkModules } from '../helpers/databases/sequelize-cli'
import { addFiles, tempProject } from '../helpers/temp-project'

describe('on SQLite', () => {
  let server: Server
  let database: TestDatabase
  let root: string
  beforeAll(async () => {
    server = await startServer('sqlite')
    database = await server.fresh()
    root = driftingProject(database, {}, tempProject(), linkModules)
    await type(root, 'models --yes')
  })
  afterAll(() => server?.stop())

  const untouched = async () =>
    expect(await columnsOf(database, { name: 'sessions' })).not.toContain('deletedAt')

  test.each(['production', 'prod-eu', 'live'])(
    '%s needs --yes where nobody can be asked',
    async (environment) => {
      const told = await type(root, `deploy models --env ${environment}`)
      expect(told).toMatchObject({ code: 2, out: '' })
      expect(told.err).toMatch(
        new RegExp(`^Database .*environment ${environment}.*\\nThis is ${environment}, `),
      )
      expect(told.err).toContain('Pass --yes if it is meant.')
      await untouched()
    },
  )

  test('NODE_ENV says where as well', async () => {
    const told = await type(root, 'deploy models', { NODE_ENV: 'production' })
    expect(told).toMatchObject({ code: 2, err: expect.stringContaining('This is production') })
    await untouched()
  })

  test('sequelize-cli is not installed', async () => {
    const [here, away] = ['sequelize-cli', 'elsewhere'].map((name) => path.join(root, 'node_modules', name))
    fs.renameSync(here as string, away as string)
    const told = await type(root, 'deploy models')
    fs.renameSync(away as string, here as string)
    expect(told).toMatchObject({ code: 2, out: '' })
    expect(told.err).toContain('Install it: npm install --save-dev sequelize-cli.')
    await untouched()
  })

  test.each([
    ['mariadb', 'mariadb'],
    ['mssql', 'tedious'],
  ])('the driver of %s is not installed', async (dialect, driver) => {
    addFiles(root, { 'config/other.json': JSON.stringify({ development: { dialect, host: '127.0.0.1' } }) })
    const told = await type(root, 'verify models --config config/other.json')
    expect(told).toMatchObject({ code: 2, out: '' })
    expect(told.err).toContain(`Install it: npm install ${driver}.`)
  })

  test('Sequelize is not installed', async () => {
    const [here, away] = ['sequelize', 'elsewhere'].map((name) => path.join(root, 'node_modules', name))
    const seven = path.join(root, 'node_modules/@sequelize')
    fs.renameSync(here as string, away as string)
    fs.renameSync(seven, `${seven}-away`)
    const told = await type(root, 'verify models')
    fs.renameSync(away as string, here as string)
    fs.renameSync(`${seven}-away`, seven)
    expect(told).toMatchObject({ code: 2, out: '', err: expect.stringContaining('npm install') })
  })

  test('in production it is done where it is meant', async () => {
    expect(await type(root, 'deploy models --env production --yes')).toMatchObject({ code: 0 })
    expect(await columnsOf(database, { name: 'sessions' })).toContain('deletedAt')
    expect(await type(root, 'rollback models --force --env production')).toMatchObject({
      code: 2,
      err: expect.stringContaining('Pass --yes if it is meant.'),
    })
    expect(await columnsOf(database, { name: 'sessions' })).toContain('deletedAt')
  })
})

describeOn(
  'postgres',
  'the server ends connections',
  usingDatabase('postgres', (database) => {
    /** Ends every other connection to this database, that of the deployer too. */
    const END = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid()`

    /** Repaired, with a statement that comes before anything else that `up` does. */
    async function interrupted(sql: string) {
      const root = driftingProject(database())
      await type(root, 'models --yes')
      const folder = path.join(root, 'migrations')
      const [name = ''] = fs.readdirSync(folder).filter((one) => one.includes('deletedat'))
      const file = path.join(folder, name)
      const text = fs.readFileSync(file, 'utf8')
      const up = 'async up(queryInterface, Sequelize) {'
      fs.writeFileSync(file, text.replace(up, `${up} await queryInterface.sequelize.query(\`${sql}\`)`))
      return { root, mend: () => fs.writeFileSync(file, text) }
    }

    it('of the deployer, while the migration runs: it goes on by a new one', async () => {
      const { root } = await interrupted(END)
      expect(await type(root, 'deploy models')).toMatchObject({ code: 0 })
      expect(await columnsOf(database(), { name: 'sessions' })).toContain('deletedAt')
    })

    it('of the migration itself: it failed, it says why, and the next deploy does it', async () => {
      const { root, mend } = await interrupted('SELECT pg_terminate_backend(pg_backend_pid())')
      const told = await type(root, 'deploy models')
      expect(told.code).toBe(2)
      expect(told.out).toMatch(/failed .*"deletedAt" is not there .*terminating connection/)
      expect(told.out).toContain('run npx deletedat-codemod deploy models again')
      expect(told.out).not.toContain('[31m')
      mend()
      expect(await type(root, 'deploy models')).toMatchObject({ code: 0 })
    })
  }),
)
