/** docs/rules has one page a kind of finding, in one shape, and the addresses of the reports lead to them. */

import fs from 'node:fs'
import path from 'node:path'
import { findingKinds } from '../../src/finding-kinds'
import { helpUri, REPOSITORY } from '../../src/our-names'

const repository = path.join(__dirname, '../..')
const folder = path.join(repository, 'docs/rules')

test('one page a rule, and no other', () => {
  expect(fs.readdirSync(folder).sort()).toEqual(
    Object.keys(findingKinds)
      .map((rule) => `${rule}.md`)
      .sort(),
  )
})

test.each(Object.entries(findingKinds))('%s', (rule, { means }) => {
  const text = fs.readFileSync(path.join(folder, `${rule}.md`), 'utf8').replaceAll('\r\n', '\n')
  expect(text).toMatch(new RegExp(`^# ${rule}\n\n`))
  expect(text).toContain(`\n\n${means}\n\n`)
  expect([...text.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading)).toEqual([
    'What it looks like',
    'Why',
    'How to mend it',
    'How often',
  ])
  const [, first = ''] = /## How often\n\n([\s\S]+)/.exec(text) ?? []
  expect(first).toContain('(../truth.md)')
  for (const [, link = ''] of text.matchAll(/\]\(([^)#]+)[^)]*\)/g))
    expect(fs.existsSync(path.join(folder, link))).toBe(true)
  expect(helpUri(rule)).toBe(`${REPOSITORY}/docs/rules/${rule}.md`)
})

test('the address of the repository stands in one place', () => {
  const files = ['src', 'docs', 'schema', 'templates'].flatMap((one) =>
    fs
      .readdirSync(path.join(repository, one), { recursive: true, encoding: 'utf8' })
      .map((name) => `${one}/${name}`),
  )
  const naming = files.filter((file) => {
    const whole = path.join(repository, file)
    return fs.statSync(whole).isFile() && fs.readFileSync(whole, 'utf8').includes(REPOSITORY)
  })
  expect(naming.map((file) => file.replaceAll('\\', '/'))).toEqual(['src/our-names.ts'])
})
