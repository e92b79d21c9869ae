/** The baseline: what it accepts, what is new, how it is written and pruned, and what is wrong with one. */

import fs from 'node:fs'
import path from 'node:path'
import Ajv2020 from 'ajv/dist/2020'
import { settingsFrom } from '../../src/cli/settings'
import { eachDatabase } from '../../src/commands/each-database'
import { type } from '../helpers/command'
import { addFiles, bytesOf, tempProject } from '../helpers/temp-project'

const BASELINE = 'deletedat-codemod.baseline.json'

const HISTORY = `module.exports = {
  async up(queryInterface, D) {
    for (const name of ['as', 'bs', 'cs']) await queryInterface.createTable(name, { id: D.INTEGER })
    await queryInterface.createTable('oks', { id: D.INTEGER, deletedAt: D.DATE })
  },
}
`

const model = (name: string, options = 'paranoid: true') =>
  `module.exports = (s) => s.define('${name}', {}, { tableName: '${name.toLowerCase()}s', ${options} })\n`

const PROJECT = {
  'package.json': JSON.stringify({ dependencies: { sequelize: '6.37.7' } }),
  'migrations/20240101000000-create.cjs': HISTORY,
  'models/a.js': model('A'),
  'models/b.js': model('B', 'paranoid: true, timestamps: false'),
  'models/ok.js': model('Ok'),
}

const textOf = (root: string, name = BASELINE) => fs.readFileSync(path.join(root, name), 'utf8')
const entriesOf = (root: string) => JSON.parse(textOf(root)).accepted

const WRITTEN = `{
  "$schema": "./node_modules/deletedat-codemod/schema/baseline.schema.json",
  "version": 1,
  "accepted": [
    { "rule": "missing-column", "model": "A", "table": "as" },
    { "rule": "inert-paranoid", "model": "B", "table": "bs" }
  ]
}
`

async function written(files: Record<string, string> = {}, words = ''): Promise<string> {
  const root = tempProject({ ...PROJECT, ...files })
  const { code, err } = await type(root, `check --write-baseline ${words}`)
  expect({ code, err }).toEqual({ code: 0, err: '' })
  return root
}

test('written, valid, sorted, with no line; old findings pass and are counted; written again it is as it was', async () => {
  const root = tempProject(PROJECT)
  expect((await type(root, 'check')).code).toBe(1)
  const first = await type(root, 'check --write-baseline')
  expect(first).toEqual({
    code: 0,
    err: '',
    out: `${BASELINE} was written: it accepts 2 findings.\n2 findings accepted by the baseline; 3 paranoid among 3 models in 3 files, judged by migrations.\n`,
  })
  expect(textOf(root)).toBe(WRITTEN)
  const schema = JSON.parse(
    fs.readFileSync(path.join(__dirname, '../../schema/baseline.schema.json'), 'utf8'),
  )
  const ajv = new Ajv2020()
  expect(ajv.validate(schema, JSON.parse(WRITTEN)) || ajv.errors).toBe(true)
  const { out, code } = await type(root, 'check')
  expect({ out, code }).toEqual({
    code: 0,
    out: '2 findings accepted by the baseline; 3 paranoid among 3 models in 3 files, judged by migrations.\n',
  })
  expect((await type(root, 'check --write-baseline')).out).toContain(
    `${BASELINE} is as it was: it accepts 2 findings.`,
  )
  expect(fs.readdirSync(root).filter((name) => name.startsWith('.'))).toEqual([])
})

test('the same findings moved to other lines and files are old; a new one fails alone', async () => {
  const root = await written()
  fs.rmSync(path.join(root, 'models/a.js'))
  addFiles(root, { 'models/moved.js': `\n\n${model('A')}`, 'models/c.js': model('C') })
  const { code, out } = await type(root, 'check')
  expect(code).toBe(1)
  expect(out).toContain('C is paranoid but table "cs"')
  expect(out).not.toContain('A is paranoid')
  expect(out).toContain('1 finding, 2 findings accepted by the baseline; 4 paranoid among 4 models')
})

test('another rule of the same model is new', async () => {
  const root = await written()
  addFiles(root, { 'models/a.js': model('A', 'paranoid: true, timestamps: false') })
  const { code, out } = await type(root, 'check')
  expect({ code, out }).toEqual({ code: 1, out: expect.stringContaining('inert-paranoid (1)') })
  expect(out).toContain(
    'The baseline accepts what is there no longer: missing-column of A. check --prune-baseline takes it out.',
  )
})

test('comment and baseline side by side; json tells who', async () => {
  const root = await written()
  addFiles(root, { 'models/c.js': `// deletedat-ignore missing-column: a view\n${model('C')}` })
  const { out } = await type(root, 'check')
  expect(out).toBe(
    '2 findings accepted by the baseline, 1 by a comment; 4 paranoid among 4 models in 4 files, judged by migrations.\n',
  )
  const { accepted } = JSON.parse((await type(root, 'check --format json')).out)
  expect(accepted.map((one: { accepted: { by: string } }) => one.accepted.by)).toEqual([
    'baseline',
    'baseline',
    'comment',
  ])
  await type(root, 'check --write-baseline')
  expect(textOf(root)).toBe(WRITTEN)
})

describe('two of the same name', () => {
  const twice = { 'old/a.js': model('A') }

  test('are counted; a third makes all of them stand', async () => {
    const root = await written(twice)
    expect(entriesOf(root)).toContainEqual({ rule: 'missing-column', model: 'A', table: 'as', count: 2 })
    addFiles(root, { 'older/a.js': model('A') })
    const { code, out } = await type(root, 'check')
    expect(code).toBe(1)
    expect(out).toContain('missing-column (3)')
    expect(out).toContain(
      'The baseline accepts 2 findings missing-column of A, and there are 3: all of them stand.',
    )
  })

  test('where only one of them is judged, nothing is said to be gone, and nothing is pruned', async () => {
    const root = await written(twice)
    const before = textOf(root)
    for (const line of ['check old/a.js', 'check models/a.js --prune-baseline', 'check old --prune-baseline'])
      expect((await type(root, line)).out).not.toContain('no longer')
    expect(textOf(root)).toBe(before)
  })

  test('one gone: told, and pruned to one', async () => {
    const root = await written(twice)
    fs.rmSync(path.join(root, 'old'), { recursive: true })
    expect((await type(root, 'check')).out).toContain('is there no longer: missing-column of A.')
    await type(root, 'check --prune-baseline')
    expect(textOf(root)).toBe(WRITTEN)
  })

  test('entries that a merge has doubled count once', async () => {
    const root = await written()
    const line = '    { "rule": "missing-column", "model": "A", "table": "as" },\n'
    fs.writeFileSync(path.join(root, BASELINE), WRITTEN.replace(line, line + line))
    expect((await type(root, 'check')).code).toBe(0)
    addFiles(root, twice)
    expect((await type(root, 'check')).code).toBe(1)
  })
})

describe('pruned', () => {
  test('what has gone goes, and nothing is added', async () => {
    const root = await written()
    addFiles(root, { 'models/a.js': model('A', 'paranoid: false'), 'models/c.js': model('C') })
    const { code, out } = await type(root, 'check --prune-baseline')
    expect({ code, out }).toEqual({
      code: 1,
      out: expect.stringContaining(`${BASELINE} was written: it accepts 1 finding.`),
    })
    expect(entriesOf(root)).toEqual([{ rule: 'inert-paranoid', model: 'B', table: 'bs' }])
  })

  test('a deleted model goes where all was read, and stays where paths were given', async () => {
    const root = await written()
    fs.rmSync(path.join(root, 'models/a.js'))
    await type(root, 'check models --prune-baseline')
    expect(textOf(root)).toBe(WRITTEN)
    const { out } = await type(root, 'check models')
    expect(out).not.toContain('no longer')
    await type(root, 'check --prune-baseline')
    expect(entriesOf(root)).toHaveLength(1)
  })

  test('a model in doubt may still have its finding: the entry stays, and is not told as gone', async () => {
    const root = await written()
    fs.rmSync(path.join(root, 'migrations'), { recursive: true })
    expect((await type(root, 'check')).out).not.toContain('is there no longer')
    await type(root, 'check --prune-baseline')
    expect(textOf(root)).toBe(WRITTEN)
  })

  test('a file that cannot be read may hold the model: its entry stays', async () => {
    const root = await written()
    addFiles(root, { 'models/a.js': 'sequelize.define({' })
    const { code } = await type(root, 'check --prune-baseline')
    expect(code).toBe(2)
    expect(textOf(root)).toBe(WRITTEN)
  })
})

test('written for some paths, it keeps the entries of models that were not read', async () => {
  const root = await written()
  addFiles(root, { 'models/c.js': model('C') })
  await type(root, 'check models/c.js --write-baseline')
  expect(entriesOf(root).map(({ model }: { model: string }) => model)).toEqual(['A', 'B', 'C'])
})

test('several databases: the key has the name of its own', async () => {
  const files = (name: string) =>
    Object.fromEntries(
      Object.entries({ ...PROJECT, 'config/config.json': '{"development":{"dialect":"postgres"}}' }).map(
        ([file, text]) => [`${name}/${file}`, text],
      ),
    )
  const root = tempProject({ 'package.json': '{}', ...files('one'), ...files('two') })
  await type(root, 'check --write-baseline')
  expect(
    entriesOf(root).map(({ database, model }: Record<string, string>) => `${database} ${model}`),
  ).toEqual(['one A', 'one B', 'two A', 'two B'])
  const kept = entriesOf(root).filter(({ database }: Record<string, string>) => database === 'one')
  fs.writeFileSync(path.join(root, BASELINE), JSON.stringify({ version: 1, accepted: kept }))
  const { code, out } = await type(root, 'check')
  expect({ code, out }).toEqual({
    code: 1,
    out: expect.stringContaining('2 findings, 2 findings accepted by the baseline'),
  })
})

test('a command that works on one database after the other hands each its own entries', async () => {
  const files = { 'one/models/a.js': model('A'), 'two/models/a.js': model('A') }
  const config = Object.fromEntries(
    ['one', 'two'].flatMap((name) => [
      [`${name}/config/config.json`, '{"development":{"dialect":"postgres"}}'],
      [`${name}/migrations/1-create.cjs`, HISTORY],
      [`${name}/package.json`, PROJECT['package.json']],
    ]),
  )
  const root = tempProject({ 'package.json': '{}', ...files, ...config })
  await type(root, 'check --write-baseline')
  const settings = settingsFrom({}, { cwd: root, env: {}, terminal: { input: false, output: false } })
  expect(eachDatabase(settings)?.map((one) => [one.name, one.settings.baseline])).toEqual([
    ['one', [{ rule: 'missing-column', model: 'A', table: 'as' }]],
    ['two', [{ rule: 'missing-column', model: 'A', table: 'as' }]],
  ])
})

test('--strict takes undecided models in', async () => {
  const root = tempProject({ ...PROJECT, 'models/u.js': model('U', 'paranoid: process.env.SOFT') })
  await type(root, 'check --strict --write-baseline')
  expect(entriesOf(root)).toContainEqual({ rule: 'undecided', model: 'U', table: 'us' })
  expect((await type(root, 'check --strict')).code).toBe(0)
})

test('nothing to accept: no file; an old one is emptied', async () => {
  const { 'models/a.js': _a, 'models/b.js': _b, ...clean } = PROJECT
  const root = tempProject(clean)
  expect((await type(root, 'check --write-baseline')).out).toContain(
    'There is nothing to accept: no baseline was written.',
  )
  expect(fs.existsSync(path.join(root, BASELINE))).toBe(false)
  fs.writeFileSync(path.join(root, BASELINE), WRITTEN)
  await type(root, 'check --write-baseline')
  expect(entriesOf(root)).toEqual([])
})

test('another file, and the schema as it is seen from there', async () => {
  const root = tempProject({
    ...PROJECT,
    'ci/.keep': '',
  })
  await type(root, 'check --write-baseline --baseline ci/old.json')
  expect(JSON.parse(textOf(root, 'ci/old.json')).$schema).toBe(
    '../node_modules/deletedat-codemod/schema/baseline.schema.json',
  )
  expect((await type(root, 'check')).code).toBe(1)
  expect((await type(root, 'check --baseline ci/old.json')).code).toBe(0)
  await type(root, 'check --write-baseline')
  expect(JSON.parse(textOf(root)).$schema).toBe(
    './node_modules/deletedat-codemod/schema/baseline.schema.json',
  )
})

const BROKEN: [text: string, why: string][] = [
  ['', 'it is no JSON'],
  ['<<<<<<< HEAD\n{}', 'it is no JSON'],
  ['[]', 'it is no object'],
  ['{"accepted":[]}', 'its "version" is not 1'],
  ['{"version":1}', 'it has no list "accepted"'],
  ['{"version":1,"accepted":[],"ignored":[]}', 'it has a field "ignored", which means nothing'],
  ['{"version":1,"accepted":[7]}', 'entry 1 of "accepted" is no object'],
  ['{"version":1,"accepted":[{"model":"A"}]}', 'entry 1 of "accepted" has no "rule"'],
  [
    '{"version":1,"accepted":[{"rule":"missing-colum","model":"A"}]}',
    'entry 1 of "accepted" has the rule "missing-colum", which is none that can be accepted; missing-column is',
  ],
  [
    '{"version":1,"accepted":[{"rule":"unreadable","model":"A"}]}',
    'entry 1 of "accepted" has the rule "unreadable", which is none that can be accepted',
  ],
  ['{"version":1,"accepted":[{"rule":"pending"}]}', 'entry 1 of "accepted" has no "model"'],
  [
    '{"version":1,"accepted":[{"rule":"pending","model":"A","table":1}]}',
    'entry 1 of "accepted" has a "table" that is no text',
  ],
  [
    '{"version":1,"accepted":[{"rule":"pending","model":"A","database":{}}]}',
    'entry 1 of "accepted" has a "database" that is no text',
  ],
  [
    '{"version":1,"accepted":[{"rule":"pending","model":"A","count":0}]}',
    'entry 1 of "accepted" has a "count" that is no whole number above 0',
  ],
  [
    '{"version":1,"accepted":[{"rule":"pending","model":"A","line":3}]}',
    'entry 1 of "accepted" has a field "line", which means nothing',
  ],
]

test.each(BROKEN)('%s', async (text, why) => {
  const root = tempProject({ ...PROJECT, [BASELINE]: text })
  const { code, out, err } = await type(root, 'check')
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(err).toBe(
    `The baseline ${BASELINE} cannot be read: ${why}.\nMend it, or write it anew: npx deletedat-codemod check --write-baseline.\n`,
  )
  expect(textOf(root)).toBe(text)
  expect((await type(root, 'check --no-baseline')).code).toBe(1)
  expect((await type(root, 'doctor')).err).not.toContain('baseline')
  expect((await type(root, 'check models/a.js --write-baseline')).code).toBe(2)
  expect(textOf(root)).toBe(text)
  expect(await type(root, 'check --write-baseline')).toMatchObject({ code: 0, err: '' })
  expect(textOf(root)).toBe(WRITTEN)
})

test('a folder of its name, a file that is not there, options that contradict each other', async () => {
  const root = tempProject({ ...PROJECT, 'dir/x': '' })
  const said = async (words: string) => {
    const { code, err } = await type(root, `check ${words}`)
    expect(code).toBe(2)
    return err
  }
  expect(await said('--baseline dir')).toContain(
    'The baseline dir cannot be read: It is a folder, not a file.',
  )
  expect(await said('--baseline no.json')).toBe(
    'There is no baseline no.json.\nWrite it: npx deletedat-codemod check --write-baseline --baseline no.json.\n',
  )
  expect(await said('--prune-baseline')).toContain(`There is no baseline ${BASELINE}.`)
  expect(await said('--write-baseline --prune-baseline')).toContain('contradict each other')
  expect(await said('--no-baseline --write-baseline')).toContain(
    '--no-baseline and --write-baseline contradict',
  )
  expect(await said('--write-baseline --only A')).toContain(
    'A baseline is of all models, and --only names some.',
  )
  expect(await said('--write-baseline --baseline ../out.json')).toContain('This lies outside the project.')
  expect(bytesOf(root)).toEqual(bytesOf(tempProject({ ...PROJECT, 'dir/x': '' })))
})

describe('repairs', () => {
  test('leave what it accepts alone and say so; --no-baseline repairs it', async () => {
    const root = await written()
    addFiles(root, { 'models/c.js': model('C') })
    const first = await type(root, 'models --yes')
    expect(first.code).toBe(0)
    expect(first.out).toContain(
      'Left alone, for the baseline accepts them: 2 findings. --no-baseline repairs them too.',
    )
    const added = () => fs.readdirSync(path.join(root, 'migrations')).filter((name) => name.includes('-add-'))
    expect(added()).toEqual(['20250530120000-add-cs-deletedat-column.cjs'])
    await type(root, 'models --yes --no-baseline')
    expect(added()).toContainEqual(expect.stringContaining('-add-as-deletedat-column.cjs'))
    expect((await type(root, 'check')).out).toContain('is there no longer: missing-column of A.')
  })

  test('why tells it', async () => {
    expect((await type(await written(), 'why A')).out).toContain(
      'Accepted by the baseline: listed in the baseline',
    )
  })
})
