/** The examples of docs/api.md run as they stand, with the package as it is installed, and compile where types are strict. */

import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { optionsOfFunction } from '../../src/api/checked'
import { install } from '../helpers/installed'
import { examplesIn } from '../helpers/page-blocks'
import { addFiles, tempProject } from '../helpers/temp-project'

const repository = path.join(__dirname, '../..')
const examples = examplesIn('api.md')

describe('the examples run', () => {
  const root = tempProject()

  beforeAll(() => {
    fs.cpSync(path.join(repository, '__testfixtures__/readme'), root, { recursive: true })
    install(root)
  })

  test.each(examples.map((one) => [one.heading, one] as const))('%s', (_, { code, prints }) => {
    addFiles(root, { 'example.mjs': code })
    const { status, stdout, stderr } = spawnSync(process.execPath, ['example.mjs'], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, NODE_ENV: '' },
    })
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: prints, stderr: '' })
  })
})

describe('its types need no other package', () => {
  const root = tempProject()
  const home = path.join(root, 'node_modules/deletedat-codemod')

  beforeAll(() => {
    fs.cpSync(path.join(repository, 'package.json'), path.join(home, 'package.json'))
    fs.cpSync(path.join(repository, 'dist'), path.join(home, 'dist'), {
      recursive: true,
      filter: (one) => !/\.js$/.test(one) && !/[\\/]parts$/.test(one),
    })
  })

  const compiled = (options: object) => {
    addFiles(root, {
      'tsconfig.json': JSON.stringify({
        compilerOptions: {
          strict: true,
          skipLibCheck: false,
          noEmit: true,
          target: 'es2022',
          types: [],
          ...options,
        },
        include: ['*.ts', '*.mts', '*.cts'],
      }),
    })
    const tsc = path.join(repository, 'node_modules/typescript/bin/tsc')
    const { stdout } = spawnSync(process.execPath, [tsc, '-p', '.'], { cwd: root, encoding: 'utf8' })
    return stdout
  }

  const USES = `import { apply, check, format, type Finding, type Result, type CheckOutcome, UserError } from 'deletedat-codemod'
import { assertParanoid, type Drift } from 'deletedat-codemod/runtime'
import deletedat, { configs } from 'deletedat-codemod/eslint'
import { expectNoDrift } from 'deletedat-codemod/testing'
import disable, { parser } from 'deletedat-codemod/transforms/disable-paranoid'

export async function drift(): Promise<string[]> {
  const outcome: Result<CheckOutcome> = await check({ paths: ['models'], strict: true })
  const findings: Finding[] = outcome.findings
  const text: string = format(outcome, 'sarif', { maxShow: 3 })
  await apply({ choose: ({ recommended }) => recommended, confirm: ({ files }) => files.length > 0 })
  return [...findings.map(({ message }) => message), text]
}
export const atStart = async (sequelize: { query(sql: string): Promise<unknown>; models: object }): Promise<Drift[]> =>
  assertParanoid(sequelize, { onDrift: ({ findings }) => void findings.length })
void expectNoDrift()
export const linted = [deletedat.configs.recommended, configs.recommended]
export const isOurs = (error: unknown): boolean => error instanceof UserError && error.what !== ''
export const tools = [disable, parser.parse]
// @ts-expect-error There is no such option.
void check({ path: ['models'] })
// @ts-expect-error There is no such format.
void check().then((outcome) => format(outcome, 'xml'))
`

  test.each([
    ['node16', { module: 'node16', moduleResolution: 'node16' }],
    ['nodenext', { module: 'nodenext', moduleResolution: 'nodenext' }],
    ['bundler', { module: 'esnext', moduleResolution: 'bundler' }],
  ])('with strict, skipLibCheck off and moduleResolution %s', (_, options) => {
    addFiles(root, { 'uses.mts': USES, 'uses.cts': USES, 'uses.ts': USES })
    expect(compiled(options)).toBe('')
  })

  test('the examples compile', () => {
    const files = examples.map(({ code }, index) => [`example${index}.mts`, code] as const)
    addFiles(root, {
      ...Object.fromEntries(files),
      'node.d.ts':
        "declare module 'node:fs' { export function writeFileSync(file: string, text: string): void }\ndeclare module 'node:path' { const path: { basename(file: string): string }; export default path }\n",
    })
    const wrong = compiled({ module: 'node16', moduleResolution: 'node16' })
    // The page shows JavaScript: TypeScript also wants a check for undefined, and sees the option that is wrong on purpose.
    expect(
      wrong.split('\n').filter((line) => line && !/ TS(?:2532|18048|2488|2561):|is possibly/.test(line)),
    ).toEqual([])
  })
})

test('the table of options names each, and none that is not there', () => {
  const page = fs.readFileSync(path.join(repository, 'docs/api.md'), 'utf8')
  const rows = [...page.matchAll(/^\| (`[^|]+`) \| [^|]+ \| ([^|]+) \|$/gm)]
  const named = rows.flatMap(([, cell = '', where = '']) =>
    [...cell.matchAll(/`(\w+)(\([^)]*\))?`/g)].flatMap(([, name, call]) =>
      call ? [] : [[name, where] as const],
    ),
  )
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
  const rest = functions.filter((name) => name !== 'diagnose')
  const said = named.map(([name, where]) => {
    const on =
      where === 'all'
        ? functions
        : where.startsWith('all but')
          ? rest
          : [...where.matchAll(/`(\w+)`/g)].map(([, one]) => one)
    return `${name}: ${[...on].join(', ')}`
  })
  const names = [...new Set(functions.flatMap((name) => [...optionsOfFunction(name).keys()]))]
  const real = names.map(
    (key) => `${key}: ${functions.filter((name) => optionsOfFunction(name).has(key)).join(', ')}`,
  )
  expect(said.sort()).toEqual(real.sort())
})
