/** Reports where people look: annotations, SARIF, JUnit, GitLab, Markdown; and files beside what is printed. */

import fs from 'node:fs'
import path from 'node:path'
import Ajv from 'ajv'
import { type } from '../helpers/command'
import { git, repository } from '../helpers/repository'
import { addFiles, tempProject } from '../helpers/temp-project'

const define = (name: string, options: string) =>
  `module.exports = (sequelize, DataTypes) =>\n  sequelize.define('${name}', {}, { tableName: '${name}s', ${options} })\n`

const PROJECT = {
  'package.json': JSON.stringify({ dependencies: { sequelize: '6.37.7' } }),
  'models/ok.js': define('ok', 'paranoid: true'),
  'models/lost, 100%.js': define('lost', 'paranoid: true'),
  'models/far.js': define('far', 'paranoid: true'),
  'models/odd.js': define('a<b>|"&', 'paranoid: true, timestamps: false'),
  'models/broken.js': 'sequelize.define({',
  'migrations/20240101000000-create.cjs': `module.exports = {
  async up(queryInterface, D) {
    await queryInterface.createTable('oks', { id: D.INTEGER, deletedAt: D.DATE })
    await queryInterface.createTable('losts', { id: D.INTEGER })
  },
}
`,
}

const check = async (format: string) => {
  const { out, err, code } = await type(tempProject(PROJECT), `check models --format ${format}`)
  expect({ err, code }).toEqual({ err: '', code: 2 })
  return out
}

test('github: an annotation each, and the line in sum', async () => {
  const lines = (await check('github')).trimEnd().split('\n')
  expect(lines).toContainEqual(
    expect.stringMatching(
      /^::error file=models\/lost%2C 100%25\.js,line=2,endLine=2,endColumn=68,col=54,title=missing-column::lost is paranoid .+ column\.%0ARun npx deletedat-codemod .+%0Ahttps:\/\/\S+\/docs\/rules\/missing-column\.md$/,
    ),
  )
  expect(lines).toContainEqual(
    expect.stringMatching(/^::error file=models\/broken\.js,line=1,col=\d+,title=unreadable::/),
  )
  expect(lines).toContainEqual(
    expect.stringMatching(
      /^::notice file=models\/far\.js,line=2,endLine=2,endColumn=\d+,col=\d+,title=unproven::/,
    ),
  )
  expect(lines.at(-1)).toMatch(/^3 findings; 4 paranoid models: 1 proven, 3 not: 2 faulty, 1 unproven/)
})

function expectSarif(log: object): void {
  const schema = require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json')
  const ajv = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false })
  // Its keywords mean the same in both drafts; only the name of the identifier is another.
  const { $schema: _, id, ...keywords } = JSON.parse(fs.readFileSync(schema, 'utf8'))
  ajv.validate({ ...keywords, $id: id }, log)
  expect(ajv.errors).toBeNull()
}

test('sarif: valid, with rules, places and fingerprints', async () => {
  const log = JSON.parse(await check('sarif'))
  expectSarif(log)
  const [run] = log.runs
  const named = (rule: string) => run.results.find(({ ruleId }: { ruleId: string }) => ruleId === rule)
  expect(run.results).toHaveLength(4)
  expect(run.invocations[0]).toMatchObject({ executionSuccessful: false, exitCode: 2 })
  expect(named('missing-column')).toMatchObject({
    level: 'error',
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: 'models/lost%2C%20100%25.js' },
          region: { startLine: 2, startColumn: 54, endLine: 2, endColumn: 68 },
        },
      },
    ],
    partialFingerprints: { 'deletedat/v1': 'missing-column||lost|losts' },
  })
  for (const { id, helpUri } of run.tool.driver.rules) expect(helpUri).toMatch(`/docs/rules/${id}.md`)
  for (const { ruleId, ruleIndex } of run.results) expect(run.tool.driver.rules[ruleIndex].id).toBe(ruleId)
  expect(named('unproven').level).toBe('note')
})

interface SarifFix {
  description: { text: string }
  artifactChanges: {
    artifactLocation: { uri: string }
    replacements: {
      deletedRegion: Record<'startLine' | 'startColumn' | 'endLine' | 'endColumn', number>
      insertedContent: { text: string }
    }[]
  }[]
}

/** As a viewer does it: by lines and columns. */
function applyFix(root: string, { artifactChanges }: SarifFix): string[] {
  return artifactChanges.map(({ artifactLocation, replacements }) => {
    const file = path.join(root, decodeURIComponent(artifactLocation.uri))
    const text = fs.readFileSync(file, 'utf8')
    const offset = (line: number, column: number) =>
      text
        .split('\n')
        .slice(0, line - 1)
        .join('\n').length +
      (line > 1 ? 1 : 0) +
      column -
      1
    const places = replacements.map(({ deletedRegion: at, insertedContent }) => ({
      from: offset(at.startLine, at.startColumn),
      to: offset(at.endLine, at.endColumn),
      text: insertedContent.text,
    }))
    const after = places
      .sort((one, other) => other.from - one.from)
      .reduce((done, one) => done.slice(0, one.from) + one.text + done.slice(one.to), text)
    fs.writeFileSync(file, after)
    return artifactLocation.uri
  })
}

describe('sarif: fixes', () => {
  const FIXES: Record<string, string> = {
    'package.json': PROJECT['package.json'],
    'shared.js': 'module.exports = {\n  options: { paranoid: true, tableName: "bases" },\n}\n',
    'models/base.js':
      "const { options } = require('../shared')\nmodule.exports = (s) => s.define('Base', {}, options)\n",
    'models/mis, 100%.js': define('Mis', '\r\n paranoid: true'),
    'models/lost.js': define('Lost', 'paranoid: true'),
    'models/known.js': `// deletedat-ignore missing-column: a view\n${define('Known', 'paranoid: true')}`,
    'migrations/20240101000000-create.cjs': `module.exports = {
  async up(queryInterface, D) {
    for (const name of ['bases', 'Losts', 'Knowns']) await queryInterface.createTable(name, { id: D.INTEGER })
    await queryInterface.createTable('Miss', { id: D.INTEGER, deleted_at: D.DATE })
  },
}
`,
  }

  const fixesIn = async (root: string, words = '') => {
    const log = JSON.parse((await type(root, `check --format sarif ${words}`)).out)
    expectSarif(log)
    return new Map<string, SarifFix[]>(
      log.runs[0].results.map(
        ({ partialFingerprints, fixes = [] }: { partialFingerprints: object; fixes?: SarifFix[] }) => [
          Object.values(partialFingerprints)[0].split('|')[2],
          fixes,
        ],
      ),
    )
  }

  test('C and B, each an edit that mends its finding; none for what is accepted', async () => {
    const said = [...(await fixesIn(tempProject(FIXES)))].map(([model, fixes]) => [
      model,
      ...fixes.map(({ description }) => description.text[0]),
    ])
    expect(said.sort()).toEqual([['Base', 'B'], ['Known'], ['Lost', 'B'], ['Mis', 'C', 'B']])
    for (const [model = '', ...letters] of said)
      for (const letter of letters) {
        const root = tempProject(FIXES)
        const fix = (await fixesIn(root))
          .get(model)
          ?.find(({ description }) => description.text[0] === letter)
        const changed = applyFix(root, fix as SarifFix)
        expect(changed).toHaveLength(1)
        const left = JSON.parse((await type(root, 'check --format json')).out).findings
        expect(left.map((one: { model: string }) => one.model)).not.toContain(model)
        expect(left).toHaveLength(2)
      }
  })

  test('by what is staged, not by the disk', async () => {
    const root = repository({})
    const { 'models/lost.js': lost = '', 'migrations/20240101000000-create.cjs': history = '' } = FIXES
    addFiles(root, { 'models/lost.js': lost, 'migrations/20260101000000-create.cjs': history })
    git(root, 'add', '-A')
    addFiles(root, { 'models/lost.js': `\n\n${lost}` })
    const [fix] = (await fixesIn(root, '--staged')).get('Lost') ?? []
    expect(fix?.artifactChanges[0]?.replacements[0]?.deletedRegion.startLine).toBe(2)
  })
})

test('gitlab: what its code quality reads, each fingerprint once', async () => {
  const issues = JSON.parse(await check('gitlab'))
  expect(issues).toContainEqual({
    description: expect.stringContaining('lost is paranoid'),
    check_name: 'missing-column',
    content: { body: expect.stringMatching(/\/docs\/rules\/missing-column\.md$/) },
    fingerprint: 'missing-column||lost|losts',
    severity: 'major',
    location: { path: 'models/lost, 100%.js', lines: { begin: 2, end: 2 } },
  })
  const prints = issues.map(({ fingerprint }: { fingerprint: string }) => fingerprint)
  expect(new Set(prints).size).toBe(prints.length)
  expect(prints).toHaveLength(4)
})

test('junit: a case for each paranoid model, in well-formed XML', async () => {
  const text = await check('junit')
  expect(text).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n<testsuites /)
  expect(text).toContain('<testsuite name="deletedat-codemod" tests="5" failures="2" errors="1" skipped="1">')
  expect(text).toMatch(/<testcase classname="models\/ok\.js" name="ok"\/>/)
  expect(text).toMatch(
    /<failure type="missing-column" message="lost is paranoid but table &quot;losts&quot; /,
  )
  expect(text).toContain('name="a&lt;b&gt;|&quot;&amp;"')
  expect(text).toMatch(/<skipped message="far: No migration makes the table &quot;fars&quot;\."\/>/)
  const open = [...text.matchAll(/<(\/?)([a-z]+)[^>]*?(\/?)>/g)].filter(([, , , alone]) => !alone)
  const stack: string[] = []
  for (const [, end, name = ''] of open) end ? expect(stack.pop()).toBe(name) : stack.push(name)
  expect(stack).toEqual([])
})

test('markdown: the line in sum, a table, nothing that a name could break', async () => {
  const text = await check('markdown')
  expect(text).toMatch(/^## deletedat-codemod\n\n3 findings; 4 paranoid models: /)
  expect(text).toContain('| missing-column | lost | losts | `models/lost, 100%.js:2` |')
  expect(text).toContain('| inert-paranoid | a&lt;b&gt;\\|"&amp; |')
  expect(text).toContain('| unproven | far | fars | `models/far.js:2` |')
})

describe('--output-file', () => {
  test('writes as many as are asked for beside what is printed', async () => {
    const root = tempProject(PROJECT)
    const line = 'check models --output-file sarif=reports/a.sarif --output-file junit=junit.xml'
    const { out, code } = await type(root, line)
    expect(code).toBe(2)
    expect(out).toContain('missing-column (1)')
    expect(JSON.parse(fs.readFileSync(path.join(root, 'reports/a.sarif'), 'utf8')).version).toBe('2.1.0')
    expect(fs.readFileSync(path.join(root, 'junit.xml'), 'utf8')).toContain('</testsuites>')
    expect((await type(root, line)).code).toBe(2)
  })

  test.each([
    ['sarif', '--output-file "sarif" names no file.'],
    ['sarfi=a', 'There is no format sarfi.'],
    ['html=models/user.js', 'The report models/user.js would be written over code.'],
    ['json=package.json', 'The report package.json would be written over code.'],
    ['json=models', 'The report models cannot be written.'],
  ])('%s', async (given, what) => {
    const { err, code } = await type(tempProject(PROJECT), `check models --output-file ${given}`)
    expect(err).toContain(what)
    expect(code).toBe(2)
  })
})
