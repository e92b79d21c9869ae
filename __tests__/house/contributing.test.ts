/** The worked examples of CONTRIBUTING.md, added to a copy of the sources word for word, compile and do what they say. */

import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { addFiles, tempProject } from '../helpers/temp-project'

const repository = path.join(__dirname, '../..')
const guide = fs.readFileSync(path.join(repository, 'CONTRIBUTING.md'), 'utf8').replaceAll('\r\n', '\n')
const examples = [...guide.matchAll(/```ts\n\/\/ (src\/\S+)\n([\s\S]*?)```/g)].map(
  ([, file = '', text = '']) => ({
    file,
    text,
  }),
)

/** The line of each example, as the guide says it */
const LINES: [file: string, from: string | RegExp, to: string][] = [
  ['src/models/index.ts', 'const styles: ModelStyle[] = [', '$&entity, '],
  ['src/migrations/index.ts', 'const operations: Operation[] = [', '$&addTimestamps, '],
  [
    'src/migrations/sql/readers.ts',
    'export const changers: Record<string, Reader> = {',
    '$& FORGET: forget,',
  ],
  ['src/runners/index.ts', 'export const runners: Runner[] = [', '$&sqlrun, '],
  ['src/repairs/index.ts', 'export const repairs: Repair[] = [', '$&timestampsOn, '],
  ['src/reporters/index.ts', 'export const reporters: Reporter[] = [', '$&names, '],
]

/** The sources with every example and its line, nothing else. */
function extended(): string {
  const root = tempProject()
  for (const name of [
    'src',
    'transforms',
    'templates',
    'schema',
    'package.json',
    'tsconfig.json',
    'tsconfig.build.json',
  ])
    fs.cpSync(path.join(repository, name), path.join(root, name), { recursive: true })
  fs.symlinkSync(path.join(repository, 'node_modules'), path.join(root, 'node_modules'), 'junction')
  addFiles(root, Object.fromEntries(examples.map(({ file, text }) => [file, text])))
  for (const [name, from, to] of LINES) {
    const file = path.join(root, name)
    const text = fs.readFileSync(file, 'utf8')
    expect(text).toContain(from)
    const [made] = examples.filter(
      (one) => to.includes(exportedBy(one.text)) && path.posix.dirname(one.file) === path.posix.dirname(name),
    )
    const line = made
      ? `import { ${exportedBy(made.text)} } from './${path.basename(made.file, '.ts')}'\n`
      : ''
    fs.writeFileSync(file, line + text.replace(from, to))
  }
  return root
}

const exportedBy = (text: string): string => /export const (\w+)/.exec(text)?.[1] ?? ''

/** Faults by file. */
function compiled(root: string, ...args: string[]): string[] {
  const tsc = path.join(repository, 'node_modules/typescript/bin/tsc')
  const { stdout } = spawnSync(process.execPath, [tsc, '--pretty', 'false', ...args], {
    cwd: root,
    encoding: 'utf8',
  })
  return stdout.split('\n').filter(Boolean)
}

test('there is one example of each kind', () => {
  const rooms = examples.map(({ file }) => path.posix.dirname(file))
  expect(rooms).toEqual([
    'src/models',
    'src/migrations',
    'src/migrations/sql',
    'src/dialects/oracle',
    'src/runners',
    'src/repairs',
    'src/reporters',
  ])
})

const PROJECT = {
  'package.json': '{ "dependencies": { "sequelize": "^6.37.8", "pg": "^8.0.0" } }',
  'models/visit.js':
    "module.exports = (db) => db.entity('Visit', {}, { tableName: 'visits', paranoid: true })\n",
  'models/stay.js':
    "module.exports = (db) => db.define('Stay', {}, { tableName: 'stays', paranoid: true })\n",
  'models/gone.js': "module.exports = (db) => db.define('Gone', {}, { tableName: 'gone', paranoid: true })\n",
  'models/idle.js':
    "module.exports = (db) => db.define('Idle', {}, { tableName: 'idle', timestamps: false, paranoid: true })\n",
  'migrations/20240101000000-all.js': `module.exports = {
  up: async (queryInterface, Sequelize) => {
    for (const table of ['visits', 'stays', 'gone', 'idle']) await queryInterface.createTable(table, { id: Sequelize.INTEGER })
    await queryInterface.addTimestamps('stays')
    await queryInterface.addTimestamps('idle')
    await queryInterface.sequelize.query('FORGET TABLE gone')
  },
}
`,
}

describe('added to the sources, each by its line', () => {
  let root = ''
  let project = ''

  const typed = (...argv: string[]): string => {
    const main = path.join(root, 'dist/src/cli/main.js')
    const program = `require(${JSON.stringify(main)}).main({ argv: ${JSON.stringify(argv)}, cwd: process.cwd(), env: {}, stdin: process.stdin, stdout: process.stdout, stderr: process.stderr, now: () => new Date() })`
    return spawnSync(process.execPath, ['-e', program], { cwd: project, encoding: 'utf8' }).stdout
  }

  beforeAll(() => {
    root = extended()
    expect(compiled(root, '-p', 'tsconfig.build.json')).toEqual([])
  })

  beforeEach(() => {
    project = tempProject(PROJECT)
  })

  test('the style, the operation and the statement are read, in text and JSON alike', () => {
    const { models, findings } = JSON.parse(typed('check', '--format', 'json'))
    expect(models.map((one: { name: string; status: string }) => `${one.name} ${one.status}`).sort()).toEqual(
      ['Gone unproven', 'Idle inert-paranoid', 'Stay ok', 'Visit missing-column'],
    )
    const lines = typed('check', '--format', 'compact').split('\n')
    for (const { file, rule } of findings)
      expect(lines).toContainEqual(expect.stringMatching(`^${file}:.* ${rule} `))
  })

  test('the repair fits, and its finding is gone', () => {
    const out = typed('models', '--repair', 'timestamps-on', '--only', 'Idle')
    expect(out).toContain('Timestamps are on for Idle.')
    expect(fs.readFileSync(path.join(project, 'models/idle.js'), 'utf8')).toContain('timestamps: true')
    expect(typed('check', 'models/idle.js')).toContain('No findings')
  })

  test('the reporter reports', () => {
    expect(typed('check', '--format', 'names').split('\n').filter(Boolean).sort()).toEqual(['Idle', 'Visit'])
  })

  test('the runner names its next command', () => {
    project = tempProject({
      'package.json': '{ "dependencies": { "sequelize": "^6.37.8", "pg": "^8.0.0", "sqlrun": "^1.0.0" } }',
      'models/stay.js': PROJECT['models/stay.js'],
      'migrations/001_stays.sql': 'CREATE TABLE stays (id int);\n',
    })
    const out = typed('models', '--yes')
    expect(out).toContain('Next: npx sqlrun up')
    expect(fs.readdirSync(path.join(project, 'migrations'))).toHaveLength(2)
  })

  test('the wording is told from an error', () => {
    const { wordings } = require(path.join(root, 'dist/src/dialects/oracle/wordings.js'))
    const [, name] = wordings[0].pattern.exec('ORA-00904: "Stay"."deletedAt": invalid identifier')
    expect(wordings[0].read(name)).toMatchObject({ column: 'deletedAt' })
  })

  test('a wrong example does not compile', () => {
    const [{ file, text }] = examples as [(typeof examples)[0]]
    addFiles(root, { [file]: `${text}\nexport const wrong: ModelStyle = { name: 'none' }\n` })
    expect(compiled(root, '--noEmit', '-p', 'tsconfig.build.json')).toEqual([expect.stringContaining(file)])
  })
})

test('what it names is there', () => {
  const paths = [...guide.matchAll(/`((?:src|__tests__|templates|\.ci)\/[\w./-]*)`/g)].map(
    ([, file = '']) => file,
  )
  expect(paths.length).toBeGreaterThan(5)
  expect(paths.filter((file) => !fs.existsSync(path.join(repository, file)))).toEqual([])
})
