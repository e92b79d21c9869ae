/** Comments that accept a finding: where they stand, what they say, what they do to report, exit code and repairs. */

import fs from 'node:fs'
import path from 'node:path'
import Ajv from 'ajv'
import Ajv2020 from 'ajv/dist/2020'
import { type } from '../helpers/command'
import { bytesOf, tempProject } from '../helpers/temp-project'

const HISTORY = `module.exports = {
  async up(queryInterface, D) {
    for (const name of ['as', 'bs']) await queryInterface.createTable(name, { id: D.INTEGER })
    await queryInterface.createTable('oks', { id: D.INTEGER, deletedAt: D.DATE })
  },
}
`
const MANIFEST = JSON.stringify({ dependencies: { sequelize: '6.37.7', 'sequelize-typescript': '2.1.6' } })

const project = (files: Record<string, string>) =>
  tempProject({ 'package.json': MANIFEST, 'migrations/20240101000000-create.cjs': HISTORY, ...files })

const IGNORE = '// deletedat-ignore missing-column: the view adds it'

/** A model A without its column, with a comment at one of three places. */
const model = ({ top = '', call = '', option = '', behind = '' }) => `${top}
module.exports = (sequelize) => {
  ${call}
  const A = sequelize.define('A', {}, {
    tableName: 'as',
    ${option}
    paranoid: true,${behind}
  })
  return A
}
`

const OK = `module.exports = (sequelize) => sequelize.define('Ok', {}, { tableName: 'oks', paranoid: true })\n`

const decorated = (table: string, klass = '', mark = '') => `
import { Table, Model, DeletedAt } from 'sequelize-typescript'
${table}
@Table({ tableName: 'as' })
${klass}
export class A extends Model {
  ${mark}
  @DeletedAt
  declare deletedAt: Date
}
`

const SUM = '1 finding accepted by a comment; 1 paranoid among 1 model in 1 file, judged by migrations.\n'

const ACCEPTED: Record<string, Record<string, string>> = {
  'above the option': { 'models/a.js': model({ option: IGNORE }) },
  'above the model': { 'models/a.js': model({ call: IGNORE }) },
  'above the statement that holds it, at the top': { 'models/a.js': model({ top: IGNORE }) },
  'behind the option': { 'models/a.js': model({ behind: ` ${IGNORE}` }) },
  'in a block': { 'models/a.js': model({ option: IGNORE.replace('// ', '/* ').concat(' */') }) },
  'in a block on the line of the option': {
    'models/a.js': model({
      option: '/* deletedat-ignore missing-column: the view adds it */ paranoid: true,',
    }).replace('    paranoid: true,\n', ''),
  },
  'in a block of several lines, whose reason goes on': {
    'models/a.js': model({
      call: '/**\n   * deletedat-ignore missing-column: the view\n   * adds it\n   */',
    }),
  },
  'with the column as it is spelled': {
    'models/a.js': model({ call: IGNORE.replace('deletedat', 'deletedAt') }),
  },
  'with CRLF and a byte-order mark': {
    'models/a.js': `\ufeff${model({ option: IGNORE }).replaceAll('\n', '\r\n')}`,
  },
  'above a decorated class': { 'models/a.ts': decorated(IGNORE) },
  'between decorator and class': { 'models/a.ts': decorated('', IGNORE) },
  'above @DeletedAt': {
    'models/a.ts': decorated('', '', '/* deletedat-ignore missing-column: the view adds it */'),
  },
  'above a class with a static init': {
    'models/a.ts': `import { Model } from 'sequelize'\n${IGNORE}\nexport class A extends Model {\n  static start(sequelize) {\n    return super.init({}, { sequelize, tableName: 'as', paranoid: true })\n  }\n}\n`,
  },
  'behind another comment': { 'models/a.js': model({ call: `${IGNORE}\n  // and this is a model` }) },
}

test.each(Object.entries(ACCEPTED))('%s', async (_where, files) => {
  const root = project(files)
  expect(await type(root, 'check models')).toEqual({ code: 0, err: '', out: SUM })
  const without = Object.fromEntries(
    Object.entries(files).map(([name, text]) => [name, text.replace(/deletedat-ignore/i, 'no')]),
  )
  const { code, out } = await type(project(without), 'check models')
  expect({ code, out }).toEqual({ code: 1, out: expect.stringContaining('1 finding; 1 paranoid') })
})

/** [the comment, what is said of it]: the finding stands. */
const REFUSED: [comment: string, says: string][] = [
  ['deletedat-ignore missing-column', 'gives no reason, so the finding stands. Write why behind a colon'],
  ['deletedat-ignore missing-column:', 'gives no reason, so the finding stands.'],
  ['deletedat-ignore misnamed-column: x', 'is needed no longer: A has no such finding. Delete it.'],
  [
    'deletedat-ignore missing-colum: x',
    'names no kind of finding: "missing-colum". Did you mean missing-column?',
  ],
  ['deletedat-ignore missing-column, wrong-type: x', 'names more than one kind of finding. Write one'],
  ['deletedat-ignore unreadable: x', 'cannot accept "unreadable". Mend the file'],
  ['deletedat-ignore: x', 'names no kind of finding. Write it so'],
  ['deletedat-ignore-next-line missing-column: x', 'is not written as it is read. Write it so'],
  ['deletedat-ignore every missing thing: x', 'has words before the colon that are no kind of finding.'],
]

test.each(REFUSED)('%s', async (comment, says) => {
  const { code, out } = await type(
    project({ 'models/a.js': model({ option: `// ${comment}` }) }),
    'check models',
  )
  expect({ code, out }).toEqual({ code: 1, out: expect.stringContaining(says) })
  expect(out).toContain('models/a.js:6 The comment "')
  expect(out).toContain('1 finding; 1 paranoid among 1 model')
})

test('text in a string, and a comment that only speaks of it, accept nothing and are not told', async () => {
  const files = { 'models/a.js': model({ call: `const x = '${IGNORE}' // see deletedat-ignore` }) }
  const { code, out } = await type(project(files), 'check models')
  expect(code).toBe(1)
  expect(out).not.toContain('The comment')
})

test('the line above another option is not above the option', async () => {
  const text = model({ option: `${IGNORE}\n    timestamps: true,` })
  const { code, out } = await type(project({ 'models/a.js': text }), 'check models')
  expect({ code, out }).toEqual({
    code: 1,
    out: expect.stringContaining('stands above no model and no option'),
  })
})

describe('one finding only', () => {
  const SHARED = {
    'models/base.js': `module.exports = {\n  ${IGNORE}\n  paranoid: true,\n}\n`,
    'models/a.js': `const base = require('./base')\nmodule.exports = (s) => s.define('A', {}, { ...base, tableName: 'as' })\n`,
    'models/b.js': `const base = require('./base')\nmodule.exports = (s) => s.define('B', {}, { ...base, tableName: 'bs' })\n`,
  }

  test('an option that two models share', async () => {
    const { code, out } = await type(project(SHARED), 'check models')
    expect(code).toBe(1)
    expect(out).toContain(
      'models/base.js:2 The comment "deletedat-ignore missing-column" stands above 2 such findings',
    )
    expect(out).toContain('2 findings; 2 paranoid')
  })

  test('one model alone: its finding is accepted', async () => {
    const { 'models/b.js': _gone, ...files } = SHARED
    const { code, out } = await type(project(files), 'check models')
    expect({ code, out }).toEqual({
      code: 0,
      out: expect.stringContaining('1 finding accepted by a comment; 1 paranoid'),
    })
  })

  test('a comment above each model; each accepts its own', async () => {
    const files = {
      ...SHARED,
      'models/base.js': 'module.exports = { paranoid: true }\n',
      'models/a.js': `${IGNORE}\n${SHARED['models/a.js'].replace('const base', 'var base')}`
        .replace(`${IGNORE}\n`, '')
        .replace('module.exports', `${IGNORE}\nmodule.exports`),
    }
    const { code, out } = await type(project(files), 'check models')
    expect(code).toBe(1)
    expect(out).toContain('B is paranoid')
    expect(out).not.toContain('A is paranoid')
    expect(out).toContain('1 finding, 1 finding accepted by a comment; 2 paranoid')
  })

  test('twice above the same', async () => {
    const { code, out } = await type(
      project({ 'models/a.js': model({ call: IGNORE, option: IGNORE }) }),
      'check models',
    )
    expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining('is there twice. Delete one') })
  })
})

describe('needed no longer', () => {
  const files = { 'models/ok.js': OK.replace(/^/, `${IGNORE}\n`) }
  const SAYS = 'The comment "deletedat-ignore missing-column" is needed no longer: Ok has no such finding.'

  test('a note', async () => {
    const { code, out } = await type(project(files), 'check models')
    expect({ code, out }).toEqual({
      code: 0,
      out: `models/ok.js:1 ${SAYS} Delete it.\nNo findings; 1 paranoid among 1 model in 1 file, judged by migrations.\n`,
    })
  })

  test('an error, in each format with its place', async () => {
    const root = project(files)
    const { code, out } = await type(root, 'check models --report-unused-ignores error')
    expect({ code, out }).toEqual({ code: 1, out: expect.stringContaining('unused-ignore (1)') })
    expect(out).toContain('models/ok.js:1')
    const line = await type(root, 'check models --report-unused-ignores error --format compact')
    expect(line.out).toContain(`models/ok.js:1:4: error unused-ignore ${SAYS}`)
  })

  test('off, and a word that is none', async () => {
    const root = project(files)
    expect((await type(root, 'check models --report-unused-ignores off')).out).toMatch(/^No findings/)
    const { code, err } = await type(root, 'check models --report-unused-ignores on')
    expect({ code, err }).toEqual({
      code: 2,
      err: '--report-unused-ignores cannot be "on".\nChoose one of off, note, error.\n',
    })
  })

  test('above no model: told of a folder, not of a single file, which may be half of it', async () => {
    const root = project({ 'models/ok.js': OK, 'models/other.js': `${IGNORE}\nexports.x = 1\n` })
    expect((await type(root, 'check models')).out).toContain('models/other.js:1 The comment')
    expect((await type(root, 'check models/ok.js models/other.js')).out).toMatch(/^No findings/)
    expect((await type(root, 'check models --only Ok')).out).toMatch(/^No findings/)
  })
})

test('undecided: accepted, it is not listed, and where it is all there is nothing is left to fail', async () => {
  const text = model({
    option: '// deletedat-ignore undecided: set by the environment\n    paranoid: process.env.SOFT,',
  }).replace('    paranoid: true,\n', '')
  const { code, out } = await type(project({ 'models/a.js': text }), 'check models')
  expect(out).toBe(
    '1 finding accepted by a comment; 1 paranoid model: 0 proven, 1 not: 1 undecided; 1 model in 1 file, judged by migrations.\n',
  )
  expect(code).toBe(0)
  const strict = await type(project({ 'models/a.js': text }), 'check models --strict')
  expect(strict.code).toBe(0)
})

describe('other formats', () => {
  const files = { 'models/a.js': model({ option: IGNORE }), 'models/ok.js': OK }

  test('json: not among the findings, in a list of its own, valid', async () => {
    const { code, out } = await type(project(files), 'check models --format json')
    const document = JSON.parse(out)
    expect(code).toBe(0)
    expect(document.findings).toEqual([])
    expect(document.summary).toMatchObject({ findings: 0, accepted: 1, proven: 1, paranoid: 2 })
    expect(document.accepted).toMatchObject([
      {
        rule: 'missing-column',
        model: 'A',
        line: 7,
        accepted: { by: 'comment', reason: 'the view adds it', file: 'models/a.js', line: 6 },
      },
    ])
    const schema = JSON.parse(
      fs.readFileSync(path.join(__dirname, '../../schema/report.schema.json'), 'utf8'),
    )
    const ajv = new Ajv2020({ strict: false })
    expect(ajv.validate(schema, document) || ajv.errors).toBe(true)
  })

  test('sarif: suppressed, valid; junit: skipped; github, gitlab, markdown, compact: only in the sum', async () => {
    const root = project(files)
    const formatted = async (format: string) => (await type(root, `check models --format ${format}`)).out
    const log = JSON.parse(await formatted('sarif'))
    expect(log.runs[0].results).toMatchObject([
      { ruleId: 'missing-column', suppressions: [{ kind: 'inSource', justification: 'the view adds it' }] },
    ])
    const file = require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json')
    const { $schema: _, id, ...keywords } = JSON.parse(fs.readFileSync(file, 'utf8'))
    const ajv = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false })
    expect(ajv.validate({ ...keywords, $id: id }, log) || ajv.errors).toBe(true)
    expect(await formatted('junit')).toContain('<skipped message="Accepted: the view adds it"/>')
    expect(await formatted('junit')).toContain('tests="2" failures="0" errors="0" skipped="1"')
    expect(await formatted('github')).toBe(
      '1 finding accepted by a comment; 2 paranoid among 2 models in 2 files, judged by migrations.\n',
    )
    expect(JSON.parse(await formatted('gitlab'))).toEqual([])
    expect(await formatted('compact')).toBe(await formatted('github'))
    expect(await formatted('markdown')).toContain('1 finding accepted by a comment')
  })

  test('why tells who accepts it', async () => {
    const { out } = await type(project(files), 'why A models')
    expect(out).toContain('Accepted by a comment: the view adds it  models/a.js:6')
  })
})

describe('repairs', () => {
  const files = {
    'models/a.js': model({ option: IGNORE }),
    'models/b.js': model({}).replaceAll("'A'", "'B'").replaceAll("'as'", "'bs'"),
  }

  test.each(['--yes', '--yes --repair disable-paranoid', '--yes --only A --only B'])(
    '%s leaves it alone and says so',
    async (words) => {
      const root = project(files)
      const before = bytesOf(root)
      const { code, out } = await type(root, `models ${words}`)
      const after = bytesOf(root)
      expect(code).toBe(0)
      expect(after['models/a.js']).toBe(before['models/a.js'])
      expect(Object.keys(after).filter((name) => name.includes('-as-'))).toEqual([])
      expect(out).toContain('Left alone, for a comment accepts the finding: A (models/a.js:6).')
      expect(out).toContain('1 finding accepted by a comment')
      expect(out).toMatch(/-add-bs-deletedat-column|changed {2}models\/b\.js/)
    },
  )

  test('with nothing else, nothing is written', async () => {
    const root = project({ 'models/a.js': files['models/a.js'] })
    const before = bytesOf(root)
    const { code } = await type(root, 'models --yes')
    expect({ code, after: bytesOf(root) }).toEqual({ code: 0, after: before })
  })
})
