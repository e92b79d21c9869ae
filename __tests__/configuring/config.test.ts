/** The config file: where it is found, what it says, what overrides it, and what is wrong with one. */

import fs from 'node:fs'
import path from 'node:path'
import Ajv2020 from 'ajv/dist/2020'
import { pageAt } from '../../src/our-names'
import { type } from '../helpers/command'
import { git, model as marked, repository, table } from '../helpers/repository'
import { addFiles, bytesOf, tempProject } from '../helpers/temp-project'

const CONFIG = 'deletedat-codemod.config.json'

const model = (name: string, options = 'paranoid: true') =>
  `module.exports = (s) => s.define('${name}', {}, { tableName: '${name.toLowerCase()}s', timestamps: true, createdAt: false, updatedAt: false, ${options} })\n`

const history = (...tables: string[]) =>
  `exports.up = async (q, D) => {\n  for (const one of ${JSON.stringify(tables)}) await q.createTable(one, { id: D.INTEGER })\n  await q.createTable('oks', { deletedAt: D.DATE })\n}\n`

const PROJECT = {
  'package.json': JSON.stringify({ dependencies: { sequelize: '6.37.7' } }),
  'models/a.js': model('A'),
  'models/ok.js': model('Ok'),
  'old/b.js': model('B'),
  'migrations/1-create.cjs': history('as', 'bs'),
}

const withConfig = (config: object | string, files: Record<string, string> = {}) =>
  tempProject({
    ...PROJECT,
    [CONFIG]: typeof config === 'string' ? config : JSON.stringify(config, null, 2),
    ...files,
  })

const lastLine = (out: string) =>
  out
    .trimEnd()
    .split('\n')
    .findLast((line) => line.includes('judged by')) ?? out

describe('found', () => {
  const ONE = '1 finding; 2 paranoid among 2 models in 2 files, judged by migrations.'
  const FORMS: Record<string, Record<string, string>> = {
    json: { [CONFIG]: '{"paths":["models"]}' },
    'json with a byte-order mark and CRLF': { [CONFIG]: '\ufeff{\r\n  "paths": ["models"]\r\n}\r\n' },
    'js, CommonJS': { 'deletedat-codemod.config.js': `module.exports = { paths: ['models'] }` },
    'js, ESM': { 'deletedat-codemod.config.js': `export default { paths: ['models'] }` },
    cjs: { 'deletedat-codemod.config.cjs': `const paths = ['models']\nmodule.exports = { paths }` },
    mjs: {
      'deletedat-codemod.config.mjs': `const base = { strict: false }\nexport default { ...base, paths: ['models'] }`,
    },
    ts: {
      'deletedat-codemod.config.ts': `const paths = ['models'] as const\ninterface C { paths: readonly string[] }\nexport default { paths } satisfies C\n`,
    },
    'the key of package.json': {
      'package.json': JSON.stringify({
        ...JSON.parse(PROJECT['package.json']),
        'deletedat-codemod': { paths: ['models'] },
      }),
    },
  }

  test.each(Object.entries(FORMS))('%s', async (_form, files) => {
    const root = tempProject({ ...PROJECT, ...files })
    const { code, out, err } = await type(root, 'check')
    expect({ code, err, last: lastLine(out) }).toEqual({ code: 1, err: '', last: ONE })
    expect(lastLine((await type(root, 'check --no-config-file')).out)).toBe(
      '2 findings; 3 paranoid among 3 models in 3 files, judged by migrations.',
    )
  })

  test('above, as far as the repository goes; paths and patterns are those of its folder', async () => {
    const below = Object.fromEntries(
      Object.entries(PROJECT).map(([name, text]) => [`apps/shop/${name}`, text]),
    )
    const config = {
      paths: ['apps/shop', 'apps/mail'],
      ignore: ['apps/shop/old/**', 'apps/mail/gone/**'],
      severity: { 'missing-column': 'note' },
    }
    const root = tempProject({
      [CONFIG]: JSON.stringify(config),
      'apps/mail/x.js': '',
      '.git/HEAD': '',
      ...below,
    })
    const { code, out } = await type(path.join(root, 'apps/shop'), 'check')
    expect({ code, last: lastLine(out) }).toEqual({
      code: 0,
      last: '1 finding noted; 2 paranoid among 2 models in 2 files, judged by migrations.',
    })
    fs.rmSync(path.join(root, '.git'), { recursive: true })
    expect((await type(path.join(root, 'apps/shop'), 'check')).code).toBe(1)
  })

  test('--config-file names one', async () => {
    const root = tempProject({ ...PROJECT, 'ci/check.json': '{"paths":["../models"]}' })
    const { out } = await type(root, 'check --config-file ci/check.json')
    expect(lastLine(out)).toBe(ONE)
    expect(out).toContain('Next: npx deletedat-codemod --config-file ci/check.json\n')
  })
})

describe('what it says', () => {
  test('ignore, and a pattern that leaves nothing out is told', async () => {
    const { out, code } = await type(withConfig({ ignore: ['old/**', 'older/**'] }), 'check')
    expect(out).toContain(`${CONFIG}:2 "ignore" names "older/**", which leaves nothing out. Delete it.`)
    expect(out).not.toContain('"old/**"')
    expect({ code, last: lastLine(out) }).toEqual({
      code: 1,
      last: '1 finding; 2 paranoid among 2 models in 2 files, judged by migrations.',
    })
  })

  test('the next command does not repeat what it says, and repairs what was found', async () => {
    const root = withConfig({ paths: ['models'], migrations: ['migrations'] })
    expect((await type(root, 'check')).out).toContain('Next: npx deletedat-codemod\n')
    expect((await type(root, '--yes')).code).toBe(0)
    const added = fs.readdirSync(path.join(root, 'migrations')).filter((name) => name.includes('-add-'))
    expect(added).toEqual([expect.stringContaining('-add-as-deletedat-column')])
  })

  test('env, and --env overrides it', async () => {
    const files = {
      'models/a.js': model('A', `paranoid: process.env.NODE_ENV === 'production'`),
      'old/b.js': '',
    }
    const root = withConfig({ env: 'production' }, files)
    expect((await type(root, 'check')).code).toBe(1)
    expect((await type(root, 'check', { NODE_ENV: 'test' })).code).toBe(1)
    expect((await type(root, 'check --env test')).code).toBe(0)
  })

  test('strict', async () => {
    const files = { 'models/a.js': model('A', 'paranoid: process.env.SOFT'), 'old/b.js': '' }
    expect((await type(withConfig({ strict: true }, files), 'check')).code).toBe(1)
    expect((await type(withConfig({ strict: false }, files), 'check')).code).toBe(0)
    expect((await type(withConfig({ strict: false }, files), 'check --strict')).code).toBe(1)
  })

  test('formats: of check alone; --format and --output-file override them', async () => {
    const root = withConfig({ formats: { compact: true, sarif: 'reports/drift.sarif' } })
    const { out } = await type(root, 'check')
    expect(out).toMatch(/^models\/a\.js:1:\d+: error missing-column/)
    expect(JSON.parse(fs.readFileSync(path.join(root, 'reports/drift.sarif'), 'utf8')).version).toBe('2.1.0')
    fs.rmSync(path.join(root, 'reports'), { recursive: true })
    expect((await type(root, 'why A')).out).toMatch(/^A {2}models/)
    expect(fs.existsSync(path.join(root, 'reports'))).toBe(false)
    expect((await type(root, 'check --format github')).out).toMatch(/^::error/)
  })

  test('template', async () => {
    const own = `module.exports = { up: (q, S) => q.addColumn('__TABLE__', '__COLUMN__', { type: S.DATE }), mine: 1 }\n`
    const root = withConfig({ template: 'own.cjs', ignore: ['own.cjs'] }, { 'own.cjs': own })
    await type(root, 'models --yes')
    const [name = ''] = fs.readdirSync(path.join(root, 'migrations')).filter((one) => one.includes('-add-'))
    expect(fs.readFileSync(path.join(root, 'migrations', name), 'utf8')).toContain('mine: 1')
  })

  test('template: a form by its name', async () => {
    const root = withConfig({ template: 'short' })
    expect(JSON.parse((await type(root, 'check --print-config')).out).template).toBe('short')
    expect((await type(root, 'models --yes')).code).toBe(0)
    const [name = ''] = fs.readdirSync(path.join(root, 'migrations')).filter((one) => one.includes('-add-'))
    expect(fs.readFileSync(path.join(root, 'migrations', name), 'utf8')).toContain('require(')
    expect((await type(root, 'check --template full --print-config')).code).toBe(2)
  })

  test('baseline: another file, or none', async () => {
    const root = withConfig({ baseline: 'ci/old.json' }, { 'ci/x': '' })
    await type(root, 'check --write-baseline')
    expect(fs.existsSync(path.join(root, 'ci/old.json'))).toBe(true)
    expect((await type(root, 'check')).code).toBe(0)
    expect((await type(root, 'check --no-baseline')).code).toBe(1)
    addFiles(root, { [CONFIG]: '{"baseline":false}', 'deletedat-codemod.baseline.json': 'broken' })
    expect((await type(root, 'check')).code).toBe(1)
    addFiles(root, { [CONFIG]: '{"baseline":"gone.json"}' })
    expect((await type(root, 'check')).err).toContain('There is no baseline gone.json.')
  })
})

describe('severity', () => {
  test('note: told, and does not fail; repairs mend it; json has it among the models', async () => {
    const root = withConfig({ severity: { 'missing-column': 'note' } })
    const { code, out } = await type(root, 'check')
    expect({ code, last: lastLine(out) }).toEqual({
      code: 0,
      last: '2 findings noted; 3 paranoid among 3 models in 3 files, judged by migrations.',
    })
    expect(out).toContain('A is paranoid but table "as"')
    expect((await type(root, 'check --strict')).code).toBe(0)
    expect((await type(root, 'check --format github')).out).toMatch(/^::notice file=models\/a\.js/)
    const run = await type(root, 'models --yes')
    expect({ code: run.code, last: lastLine(run.out) }).toEqual({
      code: 0,
      last: 'No findings; 2 paranoid among 2 models in 2 files, judged by migrations.',
    })
  })

  test('note: an undecided model is told once', async () => {
    const files = { 'models/a.js': model('A', 'paranoid: process.env.SOFT') }
    const { out } = await type(withConfig({ severity: { undecided: 'note' } }, files), 'check')
    expect(out.match(/A: Cannot tell/g)).toHaveLength(1)
  })

  test('off: not told, and counted', async () => {
    const root = withConfig({ severity: { 'missing-column': 'off' } })
    const { code, out } = await type(root, 'check')
    expect({ code, out }).toEqual({
      code: 0,
      out: '2 findings accepted by the config; 3 paranoid among 3 models in 3 files, judged by migrations.\n',
    })
    const { accepted } = JSON.parse((await type(root, 'check --format json')).out)
    expect(accepted[0].accepted).toEqual({ by: 'config', reason: '"missing-column" is off' })
    addFiles(root, { 'models/a.js': `// deletedat-ignore missing-column: x\n${model('A')}` })
    expect((await type(root, 'check')).out).toContain(
      'is needed no longer: the config turns missing-column off.',
    )
  })

  test('error: undecided fails without --strict, and repairs leave it', async () => {
    const files = { 'models/a.js': model('A', 'paranoid: process.env.SOFT'), 'old/b.js': '' }
    const root = withConfig({ severity: { undecided: 'error' } }, files)
    expect((await type(root, 'check')).code).toBe(1)
    const before = bytesOf(root)
    expect((await type(root, 'models --yes')).code).toBe(1)
    expect(bytesOf(root)).toEqual(before)
  })

  test('unused-ignore, and its option overrides it', async () => {
    const files = {
      'models/ok.js': `// deletedat-ignore missing-column: x\n${model('Ok')}`,
      'models/a.js': '',
      'old/b.js': '',
    }
    const root = withConfig({ severity: { 'unused-ignore': 'error' } }, files)
    expect((await type(root, 'check')).code).toBe(1)
    expect((await type(root, 'check --report-unused-ignores off')).code).toBe(0)
  })
})

describe('databases', () => {
  const TREE = {
    'package.json': PROJECT['package.json'],
    'shop/models/a.js': model('A'),
    'mail/src/a.js': model('A'),
    'changes/shop/1-create.cjs': history('as'),
    'changes/mail/1-create.cjs': `exports.up = (q, D) => q.createTable('as', { id: D.INTEGER, deletedAt: D.DATE })\n`,
  }
  const databases = [
    { root: 'shop', migrations: ['changes/shop'] },
    { root: 'mail', models: ['mail/src'], migrations: ['changes/mail'] },
  ]
  const tree = (config: object, files = {}) =>
    tempProject({ ...TREE, [CONFIG]: JSON.stringify(config, null, 2), ...files })

  test('each model is judged by the migrations of its own, and repaired there', async () => {
    const root = tree({ databases })
    const { findings, models } = JSON.parse((await type(root, 'check --format json')).out)
    expect(findings).toMatchObject([{ rule: 'missing-column', database: 'shop', file: 'shop/models/a.js' }])
    expect(models.map(({ database, status }: Record<string, string>) => [database, status]).sort()).toEqual([
      ['mail', 'ok'],
      ['shop', 'missing-column'],
    ])
    await type(root, '--yes')
    expect(fs.readdirSync(path.join(root, 'changes/shop'))).toHaveLength(2)
    expect(fs.readdirSync(path.join(root, 'changes/mail'))).toHaveLength(1)
  })

  test('models of none of them are the rest', async () => {
    const root = tree({ databases }, { 'other/z.js': model('Z') })
    const { models } = JSON.parse((await type(root, 'check --format json')).out)
    expect(models.find(({ name }: { name: string }) => name === 'Z')).toMatchObject({ status: 'unproven' })
  })

  test('one without a source file is told; one of no folder is refused', async () => {
    const root = tree({ databases: [...databases, { root: 'gone' }] }, { 'gone/readme.md': '' })
    expect((await type(root, 'check')).out).toContain(
      `${CONFIG}:2 "databases" names "gone", where no source file was read.`,
    )
    const { code, err } = await type(tree({ databases: [{ root: 'shpo' }] }), 'check')
    expect({ code, err }).toEqual({
      code: 2,
      err: `There is no shpo, which "databases" names.\n${CONFIG}:2\nDid you mean shop/?\n`,
    })
  })

  test('in the folder of one, that one alone counts', async () => {
    const root = tree({ databases }, { '.git/HEAD': '' })
    const { code, out } = await type(root, 'check -w mail')
    expect({ code, last: lastLine(out) }).toEqual({
      code: 0,
      last: 'No findings; 1 paranoid among 1 model in 1 file, judged by migrations.',
    })
    expect((await type(path.join(root, 'shop'), 'check')).code).toBe(1)
  })
})

const WRONG: [what: string, config: object | string, err: string][] = [
  ['an unknown key', { pahts: ['models'] }, `There is no key "pahts".\n${CONFIG}:2\nDid you mean "paths"?\n`],
  [
    'a key like none',
    { x: 1 },
    `There is no key "x".\n${CONFIG}:2\nChoose among $schema, paths, migrations,`,
  ],
  [
    'an unknown rule',
    { severity: { 'missing-colum': 'off' } },
    `"severity" has no rule "missing-colum".\n${CONFIG}:3\nDid you mean "missing-column"?\n`,
  ],
  ['unreadable', { severity: { unreadable: 'off' } }, '"severity" has no rule "unreadable".'],
  [
    'a severity',
    { severity: { pending: 'warn' } },
    '"severity"."pending" must be one of "off", "note", "error".',
  ],
  ['an unknown format', { formats: { sarfi: 'a' } }, '"formats" has no format "sarfi".'],
  [
    'two printed formats',
    { formats: { json: true, sarif: true } },
    '"formats" prints 2 formats, and one can be printed.',
  ],
  [
    'a format that is false',
    { formats: { json: false } },
    '"formats"."json" must be the path of its file, or true.',
  ],
  [
    'paths as a text',
    { paths: 'models' },
    `"paths" must be a list.\n${CONFIG}:2\n${pageAt('config')} lists every key`,
  ],
  ['no paths', { paths: [] }, '"paths" must be a list that is not empty.'],
  ['a path that is none', { paths: ['models', 7] }, '"paths"[1] must be a text that is not empty.'],
  ['strict as a text', { strict: 'yes' }, '"strict" must be true or false.'],
  ['env as a number', { env: 3 }, '"env" must be a text that is not empty.'],
  ['baseline true', { baseline: true }, '"baseline" must be the path of a file, or false.'],
  [
    'a database without a root',
    { databases: [{ migrations: ['migrations'] }] },
    '"databases"[0] has no "root".',
  ],
  [
    'a database twice',
    { databases: [{ root: 'old' }, { root: 'old' }] },
    '"databases" has the root "old" twice.',
  ],
  [
    'an unknown key of a database',
    { databases: [{ root: 'old', migration: 'x' }] },
    '"databases"[0] has no key "migration".',
  ],
  [
    'migrations beside databases',
    { migrations: ['migrations'], databases: [{ root: 'old' }] },
    '"migrations" and "databases" contradict each other.',
  ],
  [
    'a folder of migrations that is not there',
    { migrations: ['migration'] },
    `There is no migration, which "migrations" names.\n${CONFIG}:2\nDid you mean migrations/?\n`,
  ],
  ['a template that is not there', { template: 'none.cjs' }, 'cannot be read. There is no such file.'],
  ['a list', '[]', 'The config is no plain object.'],
  ['a comma too many', '{"paths":["models"],}', 'The config is no JSON: '],
  ['nothing', '', 'The config is no JSON: '],
]

test.each(WRONG)('%s: exit code 2 and a sentence', async (_what, config, says) => {
  const root = withConfig(config)
  const before = bytesOf(root)
  const { code, out, err } = await type(root, 'check')
  expect({ code, out, err }).toEqual({ code: 2, out: '', err: expect.stringContaining(says) })
  expect(err).not.toContain('bug')
  expect(bytesOf(root)).toEqual(before)
})

test('a path that is not there is a finding, as on the command line', async () => {
  const { code, out } = await type(withConfig({ paths: ['modles'] }), 'check')
  expect({ code, out }).toEqual({ code: 2, out: expect.stringContaining('There is no modles.') })
  expect(out).toContain('Did you mean models/?')
})

test('a path outside is refused, as on the command line, and is not read as all of the folder', async () => {
  for (const paths of [['../elsewhere'], ['models', '../elsewhere']]) {
    const { code, out } = await type(withConfig({ paths }), 'check')
    expect({ code, out }).toEqual({
      code: 2,
      out: expect.stringContaining('../elsewhere lies outside the project.'),
    })
  }
})

/** Code that only running it would tell. */
const CODE: [what: string, text: string, says: string][] = [
  [
    'the environment',
    'export default {\n  env: process.env.STAGE,\n}',
    `"env" cannot be read without running the file:`,
  ],
  [
    'a condition',
    `export default {\n  strict: process.env.CI ? true : false,\n}`,
    '"strict" cannot be read without running the file:',
  ],
  [
    'a function of a package',
    `import { defineConfig } from 'x'\nexport default defineConfig({ paths: ['models'] })`,
    'The config is no plain object',
  ],
  ['a function', `module.exports = () => ({ paths: ['models'] })`, 'The config is no plain object'],
  [
    'a spread that cannot be told',
    `import base from 'x'\nexport default {\n  ...base, paths: ['models'] }`,
    'The config is no plain object',
  ],
  ['no export', `const paths = ['models']`, 'The config exports nothing.'],
  ['a slip', 'export default {', 'The config does not parse: '],
]

test.each(CODE)('not run: %s', async (_what, text, says) => {
  const root = tempProject({ ...PROJECT, 'deletedat-codemod.config.ts': text })
  const { code, out, err } = await type(root, 'check')
  expect({ code, out, err }).toEqual({ code: 2, out: '', err: expect.stringContaining(says) })
  expect(err).toContain('deletedat-codemod.config.ts')
})

test('what it would do when run is not done', async () => {
  const root = tempProject({
    ...PROJECT,
    'deletedat-codemod.config.cjs': `require('node:fs').writeFileSync(__dirname + '/ran', '')\nmodule.exports = { paths: ['models'] }\n`,
  })
  expect((await type(root, 'check')).code).toBe(1)
  expect(fs.existsSync(path.join(root, 'ran'))).toBe(false)
})

describe('which file', () => {
  const said = async (files: Record<string, string>, line = 'check') => {
    const { code, err } = await type(tempProject({ ...PROJECT, ...files }), line)
    expect(code).toBe(2)
    return err
  }

  test('two in one folder', async () => {
    expect(await said({ [CONFIG]: '{}', 'deletedat-codemod.config.mjs': 'export default {}' })).toBe(
      `There are 2 configs: ${CONFIG}, deletedat-codemod.config.mjs.\nKeep one of them.\n`,
    )
    const manifest = { 'package.json': '{"deletedat-codemod":{"strict":true}}', [CONFIG]: '{}' }
    expect(await said(manifest)).toContain('"deletedat-codemod" in package.json')
  })

  test('a folder of its name; one that is not there; one that is none; contradictions', async () => {
    expect(await said({ [`${CONFIG}/x`]: '' })).toContain(`The config ${CONFIG} is no file that can be read.`)
    expect(await said({ 'own.json': '{}' }, 'check --config-file onw.json')).toBe(
      'There is no config file onw.json.\nDid you mean own.json?\n',
    )
    expect(await said({ 'own.yml': '' }, 'check --config-file own.yml')).toContain('is none that is read.')
    expect(await said({}, 'check --config-file x.json --no-config-file')).toContain('contradict each other')
  })

  test('a package.json that cannot be read is in nobody’s way', async () => {
    const { 'package.json': _manifest, ...rest } = PROJECT
    const root = tempProject({ ...rest, 'package.json/x': '', [CONFIG]: '{"paths":["models"]}' })
    expect((await type(root, 'check --sequelize-version 6')).code).toBe(1)
    fs.rmSync(path.join(root, CONFIG))
    expect((await type(root, 'check --sequelize-version 6')).code).toBe(1)
  })

  test('no code of ours is taken for a model, whatever rules it names', async () => {
    const text = `export default { severity: { 'inert-paranoid': 'off', 'broken-paranoid': 'note' } }`
    const { out } = await type(tempProject({ ...PROJECT, 'deletedat-codemod.config.ts': text }), 'check')
    expect(lastLine(out)).toContain('3 models in 3 files')
    expect(out).not.toContain('told nothing')
  })
})

describe('--staged', () => {
  const staged = () => {
    const root = repository()
    addFiles(root, { 'models/visit.js': marked('Visit'), 'migrations/2-visits.js': table('Visits') })
    git(root, 'add', '-A')
    return root
  }
  const codes = async (root: string, add: string) => {
    const before = (await type(root, 'check --staged')).code
    git(root, 'add', add)
    return [before, (await type(root, 'check --staged')).code]
  }

  test('a config on the disk alone turns nothing off', async () => {
    const root = staged()
    addFiles(root, { [CONFIG]: '{"severity":{"missing-column":"off"}}' })
    expect(await codes(root, CONFIG)).toEqual([1, 0])
    addFiles(root, { [CONFIG]: 'broken' })
    expect((await type(root, 'check --staged')).code).toBe(0)
    expect((await type(root, 'check')).code).toBe(2)
  })

  test('a baseline on the disk alone accepts nothing, and what was not judged is not said to be stale', async () => {
    const root = staged()
    await type(root, 'check --write-baseline')
    expect(await codes(root, 'deletedat-codemod.baseline.json')).toEqual([1, 0])
    const { out } = await type(root, 'check --staged')
    expect(out).toContain('1 finding accepted by the baseline')
    expect(out).not.toContain('no longer')
  })
})

describe('--print-config', () => {
  const config = {
    paths: ['models'],
    ignore: ['models/legacy'],
    env: 'production',
    strict: true,
    severity: { pending: 'off', 'unused-ignore': 'error' },
    baseline: 'ci/old.json',
    formats: { terminal: true, sarif: 'reports/drift.sarif' },
  }

  test('what the file says and the options change, as a file that says the same', async () => {
    const root = withConfig(config, { 'ci/old.json': '{"version":1,"accepted":[]}' })
    const { code, out, err } = await type(root, 'check --print-config')
    expect({ code, err, printed: JSON.parse(out) }).toEqual({ code: 0, err: '', printed: config })
    fs.writeFileSync(path.join(root, CONFIG), out)
    expect((await type(root, 'check --print-config')).out).toBe(out)
    const other = await type(root, 'check models/a.js --env test --ignore x --print-config')
    expect(JSON.parse(other.out)).toEqual({ ...config, paths: ['models/a.js'], env: 'test', ignore: ['x'] })
  })

  test('without a file: the defaults', async () => {
    const { out } = await type(tempProject(PROJECT), 'check --print-config')
    expect(JSON.parse(out)).toEqual({
      paths: ['.'],
      strict: false,
      severity: { 'unused-ignore': 'note' },
      baseline: 'deletedat-codemod.baseline.json',
      formats: { terminal: true },
    })
    expect(valid(JSON.parse(out))).toBe(true)
  })
})

const schema = JSON.parse(fs.readFileSync(path.join(__dirname, '../../schema/config.schema.json'), 'utf8'))
const ajv = new Ajv2020({ allowUnionTypes: true })
const valid = (config: unknown) => ajv.validate(schema, config) || ajv.errors

describe('the schema', () => {
  test('takes what is taken and refuses what is refused', () => {
    for (const [what, config] of WRONG) {
      // Files that are there or not, and what two entries say together, are beyond a schema.
      const isBeyond = /not there|twice|beside|printed/.test(what)
      if (typeof config !== 'string') expect([what, valid(config) === true]).toEqual([what, isBeyond])
    }
  })

  test('has every key, rule and format of the code', () => {
    const { KEYS, settable } = require('../../src/configuring')
    const { reporters } = require('../../src/reporters')
    const { properties } = schema
    const { $schema: _, ...keys } = properties
    expect(Object.keys(keys)).toEqual([...KEYS])
    expect(Object.keys(properties.severity.properties).sort()).toEqual([...settable].sort())
    expect(Object.keys(properties.formats.properties)).toEqual(
      reporters.map(({ name }: { name: string }) => name),
    )
  })

  test('the examples of docs/config.md are valid, and its table has every key', () => {
    const page = fs
      .readFileSync(path.join(__dirname, '../../docs/config.md'), 'utf8')
      .replaceAll('\r\n', '\n')
    const examples = [...page.matchAll(/```json\n([\s\S]*?)```/g)].map(([, text = '']) => JSON.parse(text))
    expect(examples).toHaveLength(3)
    for (const one of examples) expect(valid(one)).toBe(true)
    const rows = [...page.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name)
    expect(rows).toEqual(Object.keys(schema.properties).filter((name) => name !== '$schema'))
  })
})
