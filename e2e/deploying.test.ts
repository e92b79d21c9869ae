/** `deploy` at a terminal: in production it asks before anything is changed. */

import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { type Server, startServer, type TestDatabase } from '../__tests__/helpers/databases'
import { columnsOf } from '../__tests__/helpers/databases/catalog'
import { DATABASE, home, migration, model, project } from './project'
import { atTerminal, describeAtTerminal, KEY } from './terminal'

const PROJECT = {
  'database.js': DATABASE,
  'models/session.js': model('Session'),
  'migrations/20240101000000-create.js': migration('sessions'),
}

describeAtTerminal('in production', () => {
  let server: Server
  let database: TestDatabase
  let env: Record<string, string>

  beforeAll(async () => {
    server = await startServer('pglite')
    database = await server.fresh()
    env = { DATABASE_URL: database.url ?? '' }
    project(PROJECT)
    node('sequelize-cli/lib/sequelize', 'db:migrate', '--url', database.url ?? '')
    node('deletedat-codemod/dist/bin.js', 'models/', '--yes')
  })
  afterAll(() => server?.stop())

  function node(script: string, ...args: string[]): void {
    const file = path.join(home, 'node_modules', script)
    const { status, stdout, stderr } = spawnSync(process.execPath, [file, ...args], {
      cwd: home,
      encoding: 'utf8',
    })
    expect({ args, status, stdout, stderr }).toMatchObject({ status: 0 })
  }

  const hasColumn = async () => (await columnsOf(database, { name: 'sessions' })).includes('deletedAt')

  const deploy = async (key: string, args = '', line = '{}') => {
    const shown = atTerminal(`deploy models/ --sequelize database.js --env production ${args}`, { env, line })
    await shown.shows('in production?')
    await shown.shows('└')
    shown.press(key)
    return { code: await shown.ends(), text: shown.text() }
  }

  test('Ctrl-C: one line, exit code 130, nothing changed', async () => {
    const { code, text } = await deploy(KEY.stop)
    expect(text.trimEnd().split('\n').at(-1)).toBe('Stopped: nothing was changed.')
    expect(code).toBe(130)
    expect(await hasColumn()).toBe(false)
  })

  test('the return key says no', async () => {
    const { code } = await deploy(KEY.enter)
    expect(code).not.toBe(0)
    expect(await hasColumn()).toBe(false)
  })

  test('with the report in a file it asks all the same, and with yes it deploys', async () => {
    const { code, text } = await deploy('y', '', '{} > out.txt')
    expect({ code, text }).toMatchObject({ code: 0 })
    expect(await hasColumn()).toBe(true)
  })
})
