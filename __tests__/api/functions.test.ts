/** The functions are the commands: what they give, reported, is what the command line prints. */

import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import {
  apply,
  check,
  deploy,
  diagnose,
  doctor,
  type Format,
  format,
  plan,
  rollback,
  UserError,
  verify,
  why,
} from '../../src'
import { optionsOfFunction } from '../../src/api/checked'
import { COMMANDS, optionsOf } from '../../src/cli/command-list'
import { REPOSITORY } from '../../src/our-names'
import { reporters } from '../../src/reporters'
import { type } from '../helpers/command'
import { bytesOf, tempProject } from '../helpers/temp-project'

const MODEL = `const { DataTypes, Model } = require('sequelize')
class Session extends Model {}
Session.init({ token: DataTypes.STRING }, { sequelize: require('../db'), tableName: 'sessions', paranoid: true })
module.exports = Session
`

const project = () =>
  tempProject({
    'package.json': JSON.stringify({
      dependencies: { pg: '8.11.0', sequelize: '6.37.8', 'sequelize-cli': '6' },
    }),
    'db.js':
      "const { Sequelize } = require('sequelize')\nmodule.exports = new Sequelize('postgres://localhost/none')\n",
    'models/session.js': MODEL,
    'models/user.js': MODEL.replaceAll('Session', 'User').replace("'sessions'", "'users'"),
    'migrations/20240101000000-create.js': `module.exports = {
  async up(queryInterface, Sequelize) {
    await queryInterface.createTable('sessions', { token: Sequelize.STRING })
    await queryInterface.createTable('users', { token: Sequelize.STRING, deleted_at: Sequelize.DATE })
  },
}
`,
  })

const FORMATS: Format[] = [
  'terminal',
  'compact',
  'json',
  'github',
  'gitlab',
  'html',
  'junit',
  'markdown',
  'sarif',
]

describe('check', () => {
  test.each(FORMATS)('%s is what the command prints', async (name) => {
    const cwd = project()
    const outcome = await check({ cwd, paths: ['models'] })
    const typed = await type(cwd, `check models --format ${name}`)
    expect([outcome.exitCode, format(outcome, name)]).toEqual([typed.code, typed.out])
    expect(outcome.findings.map(({ rule, model }) => [rule, model])).toEqual([
      ['missing-column', 'Session'],
      ['misnamed-column', 'User'],
    ])
  })

  test('without options it looks at the working directory', async () => {
    const cwd = project()
    const before = process.cwd()
    process.chdir(cwd)
    try {
      expect((await check()).findings).toHaveLength(2)
    } finally {
      process.chdir(before)
    }
  })

  test('a relative cwd, one model, progress', async () => {
    const cwd = project()
    const steps: number[] = []
    const outcome = await check({
      cwd: path.relative(process.cwd(), cwd),
      only: ['User'],
      onProgress: (done) => steps.push(done),
    })
    expect(outcome.cwd).toBe(cwd)
    expect(outcome.findings.map(({ model }) => model)).toEqual(['User'])
    expect(steps.length).toBeGreaterThan(0)
  })
})

test('every format of the command line is one here', () => {
  expect([...FORMATS].sort()).toEqual(reporters.map(({ name }) => name).sort())
})

test('plan shows what apply writes, and writes nothing', async () => {
  const cwd = project()
  const before = bytesOf(cwd)
  const planned = await plan({ cwd, timestamp: '20250101000000' })
  expect(bytesOf(cwd)).toEqual(before)
  expect([planned.exitCode, planned.written]).toEqual([1, []])
  expect(format(planned, 'terminal')).toBe((await type(cwd, '--dry-run --timestamp 20250101000000')).out)
  const applied = await apply({ cwd, timestamp: '20250101000000' })
  const wanted = planned.planned?.map(({ file, after }) => [file, after])
  expect(applied.written.map(({ file }) => [file, fs.readFileSync(file, 'utf8')])).toEqual(wanted)
  expect((await check({ cwd })).findings).toEqual([])
})

test('a confirm that gives back nothing has not agreed: nothing is written', async () => {
  const cwd = project()
  const before = bytesOf(cwd)
  const confirm = () => JSON.parse('[]')[0]
  const { written } = await apply({ cwd, confirm })
  expect(written).toEqual([])
  expect(bytesOf(cwd)).toEqual(before)
})

test('what is no text, no format and no outcome is told without a stack', async () => {
  const cwd = project()
  const nothing: string = JSON.parse('[]')[0]
  await expect(why(nothing, { cwd })).rejects.toThrow('why() takes the name of a model as a text.')
  await expect(diagnose(nothing, { cwd })).rejects.toThrow('diagnose() takes an error or a log as a text.')
  const outcome = await check({ cwd })
  expect(() => format(outcome, JSON.parse('[]')[0])).toThrow('There is no format undefined.')
  expect(() => format(JSON.parse('[]')[0], 'json')).toThrow('format() takes what check()')
  expect(() => format(JSON.parse('{}'), 'json')).toThrow(UserError)
})

test('choose and confirm stand for the questions', async () => {
  const cwd = project()
  const asked: unknown[] = []
  const choose = ({
    finding: { model },
    recommended,
    options,
  }: Parameters<NonNullable<Parameters<typeof plan>[0]>['choose'] & {}>[0]) => {
    asked.push([model, recommended, options.map(({ letter }) => letter)])
    return model === 'User' ? ('skip' as const) : 'disable-paranoid'
  }
  const seen: string[] = []
  const refused = await apply({
    cwd,
    choose,
    confirm: ({ files }) => {
      seen.push(...files.map(({ file }) => path.relative(cwd, file)))
      return false
    },
  })
  expect([refused.written, seen]).toEqual([[], [path.join('models', 'session.js')]])
  expect(asked).toEqual([
    ['Session', 'add-column', ['A', 'B']],
    ['User', 'map-column', ['A', 'B', 'C']],
  ])
  const done = await apply({ cwd, choose, confirm: async () => true })
  expect(done.written.map(({ kind }) => kind)).toEqual(['rewrite'])
  expect(done.findings.map(({ model }) => model)).toEqual(['User'])
})

test('why and diagnose', async () => {
  const cwd = project()
  const reasons = await why('Session', { cwd })
  expect(format(reasons, 'terminal')).toBe((await type(cwd, 'why Session')).out)
  const text = 'column "deletedAt" does not exist'
  const told = await diagnose(text, { cwd })
  expect(format(told, 'terminal')).toBe((await type(cwd, ['diagnose', text])).out)
  expect(told.diagnoses[0]?.suspects.map(({ cause }) => cause)).toEqual(['missing-column', 'misnamed-column'])
})

test('doctor and rollback without a database', async () => {
  const cwd = project()
  const setup = await doctor({ cwd, url: 'postgres://127.0.0.1:1/none' })
  expect([setup.exitCode, setup.checks[0]?.state]).toEqual([2, 'failed'])
  expect(await rollback({ cwd, url: 'postgres://127.0.0.1:1/none', name: 'none' }).catch(whatOf)).toMatch(
    /no migration of ours called none/i,
  )
})

const whatOf = (error: unknown): string =>
  error instanceof UserError ? error.what : `not a UserError: ${String(error)}`

test.each<[string, () => Promise<unknown>, string, string]>([
  [
    'an unknown option',
    () => check(hand({ path: ['models'] })),
    'check() has no option path.',
    'Did you mean paths?',
  ],
  [
    'a wrong type',
    () => check(hand({ paths: 'models' })),
    'The option paths of check() must be a list of strings.',
    `${REPOSITORY}/docs/api.md has its type.`,
  ],
  [
    'a wrong choice',
    () => plan({ repair: 'Z' }),
    'The option repair of plan() cannot be "Z": it is one of A, B, C, add-column, disable-paranoid, map-column.',
    `${REPOSITORY}/docs/api.md has its type.`,
  ],
  [
    'an option of reports',
    () => check(hand({ format: 'json' })),
    'check() has no option format.',
    "Make a report of what comes back: format(outcome, 'sarif').",
  ],
  [
    'no object',
    () => check(hand('models')),
    'check() takes an object of options.',
    "Write check({ paths: ['models'] }).",
  ],
  [
    'a folder that is not there',
    () => check({ cwd: '/nowhere/at-all' }),
    'There is no folder /nowhere/at-all.',
    'Check the option cwd.',
  ],
  [
    'no such model',
    () => why('Sesion', { cwd: project() }),
    'There is no model Sesion.',
    'Did you mean Session?',
  ],
  [
    'an answer that does not fit',
    () => plan({ cwd: project(), choose: () => 'map-column' }),
    'choose() gave back "map-column" for Session, and this finding cannot be repaired so.',
    'Give back one of add-column, disable-paranoid, skip.',
  ],
])('%s is a UserError', async (_, work, what, todo) => {
  const error = await work().then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(UserError)
  expect(error).toMatchObject({ what, todo })
})

/** As a program without types may call. */
const hand = (given: unknown): object => given as object

test.each([3, true, ['a'], { a: 1 }, '', null, () => 'a'])(
  'no option takes %p that is not of its type: none throws anything but a UserError',
  async (value) => {
    const functions = { check, plan, apply, why, diagnose, verify, doctor, deploy, rollback }
    const cwd = tempProject()
    for (const name of Object.keys(functions) as (keyof typeof functions)[])
      for (const [key, option] of optionsOfFunction(name)) {
        const { takes, number } = option
        const isRight =
          takes === 'nothing'
            ? value === true
            : takes === 'values'
              ? Array.isArray(value)
              : number && value === 3
        if (isRight) continue
        const options = hand({ cwd, [key]: value })
        const run =
          name === 'why' || name === 'diagnose' ? functions[name]('x', options) : functions[name](options)
        const error = await run.catch((thrown: unknown) => thrown)
        expect({ key, error }).toEqual({ key, error: expect.any(UserError) })
        expect(`${error}`).toContain(`The option ${key} of ${name}() `)
      }
  },
)

test('a format that is not there', async () => {
  const outcome = await check({ cwd: project() })
  expect(() => format(outcome, 'sarfi' as Format)).toThrow(/There is no format sarfi.\nDid you mean sarif\?/)
})

test('every option of a command is one of its function, but for those of printing', () => {
  const camel = (name: string) => name.replace(/-(\w)/g, (_, one: string) => one.toUpperCase())
  const all = (name: string) =>
    [...optionsOf(COMMANDS.find((one) => one.name === name) ?? fail())].map(([key]) => camel(key))
  const fail = (): never => {
    throw new Error('no such command')
  }
  const missing = (name: Parameters<typeof optionsOfFunction>[0], command: string) =>
    all(command).filter((key) => !optionsOfFunction(name).has(key))
  const PRINTING = ['format', 'outputFile', 'maxShow', 'noColor', 'printConfig', 'quiet']
  expect(missing('check', 'check')).toEqual(expect.arrayContaining(PRINTING))
  expect(missing('check', 'check').filter((key) => !PRINTING.includes(key))).toEqual(['envFile'])
  expect(missing('apply', 'run').filter((key) => !PRINTING.includes(key))).toEqual([
    'yes',
    'dryRun',
    'envFile',
  ])
  expect(missing('deploy', 'deploy').filter((key) => !PRINTING.includes(key))).toEqual(['envFile'])
})

test('every option has its type: the names are those that are checked', () => {
  const text = fs.readFileSync(path.join(__dirname, '../../src/api/options.ts'), 'utf8')
  const typed = new Set([...text.matchAll(/^ {2}(\w+)\?/gm)].map(([, name]) => name))
  const functions = [
    'check',
    'plan',
    'apply',
    'why',
    'diagnose',
    'verify',
    'doctor',
    'deploy',
    'rollback',
  ] as const
  const known = functions.flatMap((name) => [...optionsOfFunction(name).keys()])
  expect([...new Set(known)].filter((name) => !typed.has(name))).toEqual([])
})

test('nothing is printed, and the process goes on', () => {
  const cwd = project()
  const script = `
    const { check, plan, why, format } = require(${JSON.stringify(path.join(__dirname, '../../dist/src/index.js'))})
    const main = async () => {
      const outcome = await check({ cwd: ${JSON.stringify(cwd)} })
      await plan({ cwd: ${JSON.stringify(cwd)} })
      await why('Nobody', { cwd: ${JSON.stringify(cwd)} }).catch(() => undefined)
      format(outcome, 'terminal', { color: true })
    }
    main().then(() => { process.exitCode = 7 })`
  const { status, stdout, stderr } = spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' })
  expect({ status, stdout, stderr }).toEqual({ status: 7, stdout: '', stderr: '' })
})
