/** What the pages name is there (CONTRIBUTING has a test of its own): files, folders, and the code that they show; and what the package gives to a program. */

import fs from 'node:fs'
import path from 'node:path'

const repository = path.join(__dirname, '../..')
const read = (name: string) => fs.readFileSync(path.join(repository, name), 'utf8').replaceAll('\r\n', '\n')
const inDocs = fs.readdirSync(path.join(repository, 'docs'), { recursive: true, encoding: 'utf8' })
const pages = [
  'README.md',
  ...inDocs.filter((one) => one.endsWith('.md')).map((one) => `docs/${one.replaceAll('\\', '/')}`),
]

test.each(pages)('%s', (page) => {
  const named = [
    ...read(page).matchAll(
      /`((?:src|__tests__|__testfixtures__|templates|scripts|bench|docs|schema|\.ci)\/[\w./-]*)`/g,
    ),
  ]
  const lost = named
    .map(([, name = '']) => name)
    .filter((name) => !fs.existsSync(path.join(repository, name)))
  expect(lost).toEqual([])
})

test('docs/reading.md follows the fixture as it is', () => {
  const [, shown = ''] = /```js\n(.*?)```/s.exec(read('docs/reading.md')) ?? []
  const parts = shown.split(/^\/\/ (\S+)\n/m).slice(1)
  expect(parts).toHaveLength(4)
  for (let at = 0; at < parts.length; at += 2) {
    const file = `__testfixtures__/models/wrappers/make-model/project/${parts[at]}`
    expect(read(file)).toContain(parts[at + 1]?.trim())
  }
})

test('the rooms that docs/reading.md names by a file alone are those of the rules', () => {
  const [, section = ''] = /^## 6\.(.*?)^## 7/ms.exec(read('docs/reading.md')) ?? []
  const names = [...section.matchAll(/^- `([\w-]+\.ts)`/gm)].map(([, name]) => name)
  expect(names.length).toBeGreaterThan(2)
  for (const name of names)
    expect(fs.existsSync(path.join(repository, 'src/models/rules', name ?? ''))).toBe(true)
})

test('a program gets the commands, their reports and their error, and types by name', () => {
  expect(Object.keys(require('../../src')).sort()).toEqual([
    'UserError',
    'apply',
    'check',
    'deploy',
    'diagnose',
    'doctor',
    'format',
    'plan',
    'rollback',
    'verify',
    'why',
  ])
  expect(read('src/index.ts')).not.toContain('export type *')
  expect(read('src/index.ts')).not.toContain("export * from './types'")
})
