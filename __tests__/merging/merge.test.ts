/** Many JSON reports become one: sums, names, what is no report, and every format of it. */

import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import Ajv from 'ajv/dist/2020'
import axe from 'axe-core'
import { chromium } from 'playwright-core'
import schema from '../../schema/fleet.schema.json'
import { shortNames } from '../../src/merging/names'
import { browserPath, LAUNCH } from '../helpers/browser'
import { type } from '../helpers/command'
import { BREAKOUT, MARKUP, PAGES_PROJECT } from '../helpers/pages'
import { addFiles, tempProject } from '../helpers/temp-project'

const SOUND = {
  'package.json': PAGES_PROJECT['package.json'],
  'models/product.js': PAGES_PROJECT['models/product.js'],
  'migrations/20240101000000-create.js': PAGES_PROJECT['migrations/20240101000000-create.js'],
  'migrations/20240202000000-orders.js': PAGES_PROJECT['migrations/20240202000000-orders.js'],
}
const DOUBTED = { ...SOUND, 'models/legacy.js': PAGES_PROJECT['models/legacy.js'] }
const NOTHING = {
  'package.json': PAGES_PROJECT['package.json'],
  'models/city.js': PAGES_PROJECT['models/city.js'],
}

const reportOf = async (files: Record<string, string>) =>
  (await type(tempProject(files), 'check models --format json')).out

let root: string
beforeAll(async () => {
  root = tempProject({
    'reports/shop/drift.json': await reportOf(PAGES_PROJECT),
    'reports/blog/drift.json': await reportOf(SOUND),
    'reports/old/api/drift.json': `\ufeff${await reportOf(DOUBTED)}`,
    'reports/site/drift.json': await reportOf(NOTHING),
  })
})

const merged = async (line: string) => {
  const told = await type(root, `merge ${line} --format json`)
  const document = JSON.parse(told.out)
  const ajv = new Ajv({ allowUnionTypes: true })
  ajv.validate(schema, document)
  expect(ajv.errors).toBeNull()
  return { ...told, document }
}

test('sums, states and names, most findings first, whatever the shell has made of the pattern', async () => {
  const { document, code, err } = await merged('reports')
  expect({ code, err }).toEqual({ code: 1, err: '' })
  expect(document.summary).toEqual({
    reports: 4,
    unreadable: 0,
    files: 11,
    models: 11,
    paranoid: 9,
    proven: 3,
    faulty: 3,
    undecided: 1,
    unproven: 2,
    findings: 3,
    rules: { 'missing-column': 2, 'misnamed-column': 1 },
  })
  expect(document.reports.map(({ name, state }: { name: string; state: string }) => [name, state])).toEqual([
    ['shop', 'findings'],
    ['old/api', 'unproven'],
    ['blog', 'proven'],
    ['site', 'nothing'],
  ])
  expect(document.reports[0].findings).toContainEqual(
    expect.objectContaining({
      rule: 'missing-column',
      model: 'Session',
      table: { schema: null, name: 'sessions' },
      file: 'models/session.js',
      line: 5,
      fingerprint: 'missing-column||Session|sessions',
    }),
  )
  const files =
    'reports/shop/drift.json reports/blog/drift.json reports/old/api/drift.json reports/site/drift.json'
  for (const line of ['reports/**/*.json', 'reports\\**\\*.json', files, `reports ${files}`])
    expect((await merged(line)).document).toEqual(document)
})

test('names: what all files have in common is left out', () => {
  expect(shortNames(['a/x.json'])).toEqual(['x'])
  expect(shortNames(['r/a.json', 'r/b.JSON'])).toEqual(['a', 'b'])
  expect(shortNames(['r/a/d.json', 'r/b/d.json'])).toEqual(['a', 'b'])
  expect(shortNames(['r/a/d.json', 'r/b/c/d.json', 'r/d.json'])).toEqual(['a/d', 'b/c/d', 'd'])
  expect(shortNames(['a/a.json', 'a/a/a.json'])).toEqual(['a', 'a/a'])
})

test('the exit code: 0 where all is right, 2 where a file is none, which is named', async () => {
  expect((await merged('reports/blog/drift.json reports/site/drift.json')).code).toBe(0)
  const odd = tempProject({
    'a.json': '{"schemaVersion":1}',
    'b.json': '{',
    'c.json': '{"tool":{"name":"deletedat-codemod"},"schemaVersion":9}',
    'd.json': '[null]',
    'e.json':
      '{"tool":{"name":"deletedat-codemod"},"schemaVersion":1,"findings":[3,null,{"table":"x"}],"summary":"y"}',
  })
  const { out, code, err } = await type(odd, 'merge a.json b.json c.json d.json e.json gone.json')
  expect({ code, err }).toEqual({ code: 2, err: '' })
  expect(out).toContain('a.json: it is no JSON report of deletedat-codemod')
  expect(out).toContain('b.json: it is no JSON')
  expect(out).toContain('c.json: its schemaVersion is 9, and 1 is read here')
  expect(out).toContain('d.json: it is no JSON report')
  expect(out).toMatch(/gone\.json: .+/)
  expect(out).toMatch(/\n3 findings in 1 of 1 project; 0 paranoid models; 5 files could not be read\.\n$/)
})

test('where no report is found, it says how one is made', async () => {
  expect(await type(tempProject(), 'merge .')).toEqual({
    code: 2,
    err: '',
    out: 'Each project makes its report: npx deletedat-codemod check --output-file json=drift.json\nNo report was read.\n',
  })
})

test('its own output among the files is left out', async () => {
  const copy = tempProject()
  fs.cpSync(path.join(root, 'reports'), copy, { recursive: true })
  await type(copy, 'merge . --output-file json=fleet.json')
  const { out, code } = await type(copy, 'merge .')
  expect(code).toBe(1)
  expect(out).toContain('fleet.json is itself a merged report, and was left out.')
  expect(out).toContain(
    '3 findings in 1 of 4 projects; 9 paranoid models: 3 proven, 3 faulty, 1 undecided, 2 unproven.',
  )
})

test.each([
  ['merge', 'merge needs the JSON reports'],
  ['merge reports --format sarif', '--format cannot be "sarif".'],
  ['merge reports --output-file hmtl=a', 'There is no format hmtl.\nDid you mean html?'],
  ['merge reports --strict', 'This command has no option --strict.'],
  ['merge reports --output-file html=reports', 'The report reports cannot be written.'],
])('%s', async (line, says) => {
  const { err, code } = await type(root, line)
  expect(code).toBe(2)
  expect(err).toContain(says)
})

test('for people: a row for each project that is not proven', async () => {
  const { out } = await type(root, 'merge reports')
  expect(out).toMatch(
    /^project +findings +proven +\nshop +3 +1 of 6 +findings\nold\/api +0 +1 of 2 +not all proven\n\n3 findings/,
  )
  expect((await type(root, 'merge reports --max-show 1')).out).toContain('and 1 more; --format html has all')
})

test('markdown: nothing that a name could break', async () => {
  const { out } = await type(root, 'merge reports --format markdown')
  expect(out).toContain('| missing-column | 2 |')
  expect(out).toContain('| shop | 3 | 1 of 6 | &lt;img src=x onerror=alert(1)&gt;, Order, Session |')
})

test('html: every text is text, and an unknown rule has no page', async () => {
  const copy = tempProject()
  fs.cpSync(path.join(root, 'reports'), copy, { recursive: true })
  const bad = {
    rule: 'x"><script>',
    model: MARKUP,
    message: BREAKOUT,
    file: BREAKOUT,
    line: 3,
    severity: 'boom',
  }
  const document = JSON.parse(fs.readFileSync(path.join(copy, 'shop/drift.json'), 'utf8'))
  addFiles(copy, {
    [`${'<b>'}.json`]: JSON.stringify({ ...document, findings: [bad, { ...bad, helpUri: 'javascript:0' }] }),
  })
  const { out, code } = await type(copy, 'merge . --format html')
  expect(code).toBe(1)
  for (const text of [MARKUP, BREAKOUT, 'javascript:', 'x"><script']) expect(out).not.toContain(text)
  expect(out).toContain('x&quot;&gt;&lt;script&gt;')
  expect(out.match(/<script/g)).toHaveLength(1)
})

const inBrowser = browserPath ? test : test.skip

inBrowser('the page: filters, links, and nothing that axe finds fault with', async () => {
  const file = path.join(root, 'fleet.html')
  await type(root, 'merge reports --output-file html=fleet.html')
  const browser = await chromium.launch(LAUNCH)
  try {
    const page = await browser.newPage()
    const heard: string[] = []
    page.on('request', (one) => heard.push(one.url()))
    page.on('pageerror', ({ message }) => heard.push(message))
    await page.goto(pathToFileURL(file).href)
    const status = page.locator('#filters output')
    expect(await status.innerText()).toBe('4 of 4 projects')
    await page.getByRole('checkbox', { name: /no soft delete/ }).uncheck()
    expect(await status.innerText()).toBe('3 of 4 projects')
    await page.getByRole('searchbox').fill('session')
    expect(await status.innerText()).toBe('1 of 4 projects')
    await page.getByRole('link', { name: 'shop' }).click()
    expect(await page.locator('#project-1').getAttribute('open')).not.toBeNull()
    await page.evaluate(axe.source)
    const faults = await page.evaluate(
      'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + nodes[0].html))',
    )
    expect(faults).toEqual([])
    expect(heard).toEqual([pathToFileURL(file).href])
  } finally {
    await browser.close()
  }
})
