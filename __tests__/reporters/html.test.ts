/** The HTML report as text: nothing of the project is markup, nothing secret is shown, its policy fits its own parts. */

import { createHash } from 'node:crypto'
import { html } from '../../src/reporters/html/markup'
import { type } from '../helpers/command'
import { BREAKOUT, MARKUP, PAGES_PROJECT } from '../helpers/pages'
import { tempProject } from '../helpers/temp-project'

const page = async (line: string, files: Record<string, string> = PAGES_PROJECT) => {
  const { out, err } = await type(tempProject(files), `${line} --format html`)
  expect(err).toBe('')
  return out
}

/** What stands between the tags. */
const textOf = (out: string) =>
  out
    .replace(/<(style|script)>[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;|&gt;|&quot;|&#39;/g, (one) => ({ '&lt;': '<', '&gt;': '>', '&quot;': '"' })[one] ?? "'")
    .replaceAll('&amp;', '&')

test('a template escapes texts, in lists too, and takes its own markup as it is', () => {
  expect(html`<p title="${`a"'<&`}">${['<b>', html`<i>${'<'}</i>`, undefined, false, 3]}</p>`.html).toBe(
    '<p title="a&quot;&#39;&lt;&amp;">&lt;b&gt;<i>&lt;</i>3</p>',
  )
})

test('the finding with its source, its evidence, the steps of its table, and its page', async () => {
  const out = await page('check models')
  const text = textOf(out)
  expect(text).toContain('Session is paranoid but table "sessions" has no "deletedAt" column.')
  expect(out).toContain('<mark>paranoid: true</mark>')
  expect(text).toContain('migrations/20240101000000-create.js:4 the table is made here, without the column')
  expect(text).toMatch(/2024-02-02\s*Renames deletedAt to deleted_at; then the column is gone/)
  expect(text).toMatch(/2024-02-02\s*Adds deletedAt; then the column is there/)
  expect(out).toMatch(/href="https:\/\/[^"]+\/docs\/rules\/missing-column\.md"/)
  expect(text).toContain('missing-column||Session|sessions')
  expect(text).toMatch(/Next\s*npx deletedat-codemod models/)
})

test('a tree of several databases names the migrations of each, and its models can be filtered by it', async () => {
  const project = (name: string) => ({
    [`${name}/package.json`]: PAGES_PROJECT['package.json'],
    [`${name}/models/product.js`]: PAGES_PROJECT['models/product.js'],
    [`${name}/migrations/20240101000000-create.js`]: PAGES_PROJECT['migrations/20240101000000-create.js'],
  })
  const out = await page('check', { ...project('blog'), ...project('shop') })
  expect(textOf(out)).toContain('2 in blog/migrations, shop/migrations')
  expect(out).toContain('<option value="shop">')
  expect(out.match(/data-database="shop"/g)?.length).toBeGreaterThan(1)
})

test('an accepted finding is shown last, closed, with its reason', async () => {
  const out = await page('check models', {
    ...PAGES_PROJECT,
    'models/session.js': `// deletedat-ignore missing-column: the view <adds> it\n${PAGES_PROJECT['models/session.js']}`,
  })
  const text = textOf(out)
  expect(text).toContain('Accepted by a comment: the view <adds> it models/session.js:1')
  expect(text.indexOf('Accepted by')).toBeGreaterThan(text.indexOf('No migration makes the table "legacy".'))
  expect(out.match(/<details class="card finding[^>]* open>/g)).toHaveLength(2)
})

test('no name of a project is markup', async () => {
  const out = await page('check models')
  for (const name of [MARKUP, BREAKOUT, 'odd <b>.js', '<u>']) {
    expect(out).not.toContain(name)
    expect(textOf(out)).toContain(name)
  }
  // Its own script is the only one, and no tag has a handler or a style.
  expect(out.match(/<script/g)).toHaveLength(1)
  const tags = out.replace(/<(style|script)>[\s\S]*?<\/\1>/g, '').replace(/="[^"]*"/g, '=""')
  expect(tags).toContain('data-text=""')
  expect(tags).not.toMatch(/<[^>]* (on\w+|style)=/)
  expect(out).not.toMatch(/<(img|link|iframe|object|base|form action)/)
})

test('the policy allows its own style and script and nothing else', async () => {
  const out = await page('check models')
  const [, policy = ''] = /Content-Security-Policy" content="([^"]+)"/.exec(out) ?? []
  const hashOf = (tag: string) => {
    const [, text = ''] = new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(out) ?? []
    return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
  }
  expect(policy.split('; ').sort()).toEqual([
    "base-uri 'none'",
    "default-src 'none'",
    "form-action 'none'",
    `script-src ${hashOf('script')}`,
    `style-src ${hashOf('style')}`,
  ])
})

test('credentials beside the place, also over several lines, are not shown', async () => {
  const out = await page('check .', {
    ...PAGES_PROJECT,
    'database.js': `const { Sequelize, DataTypes } = require('sequelize')
const sequelize = new Sequelize(DB,
  USER,
  'hunter2', {
    define: { paranoid: true },
  })
module.exports = sequelize.define('Ticket', {}, { tableName: 'tickets' })
`,
    'models/key.js': `module.exports = (sequelize, D) => sequelize.define('Key', {}, {
  comment: { apiKey:
    'abcdef' },
  tableName: 'sessions', paranoid: true })
`,
  })
  expect(textOf(out)).toContain('Ticket')
  expect(textOf(out)).toContain('Key is paranoid')
  expect(out).not.toMatch(/hunter2|abcdef/)
})

test.each([
  ['check models/product.js', 'No findings: all is proven'],
  ['check models/legacy.js', 'No findings, and not all is proven'],
  ['check models/city.js', 'Nothing to do'],
  ['models --dry-run', '+++ b/migrations/'],
  [
    'models --only Session --repair B --yes',
    'changed models/session.js, as it was in models/session.js.backup',
  ],
  ['why Session models', 'deletedAt is not set: the attribute is "deletedAt".'],
  ['check models --advice', 'Models against migrations'],
  ['check models --strict', '5 findings'],
])('%s', async (line, says) => {
  expect(textOf(await page(line))).toContain(says)
})

test('diagnose', async () => {
  const root = tempProject(PAGES_PROJECT)
  const words = [
    'diagnose',
    'column "deletedAt" of relation "sessions" does not exist',
    'models',
    '--format',
    'html',
  ]
  const { out, code } = await type(root, words)
  expect(code).toBe(1)
  expect(textOf(out)).toContain('Errors in the text')
  expect(textOf(out)).toMatch(/missing-column\s+Session/)
})

test('doctor', async () => {
  const { out } = await type(tempProject(PAGES_PROJECT), 'doctor models --format html')
  expect(textOf(out)).toContain('Checks')
})
