/** docs/compared.md: each "yes" of ours says where it is shown, which is there, and each "no" is said above. */

import fs from 'node:fs'
import path from 'node:path'
import { COMMANDS, optionsOf } from '../../src/cli/command-list'

const repository = path.join(__dirname, '../..')
const page = fs.readFileSync(path.join(repository, 'docs/compared.md'), 'utf8').replaceAll('\r\n', '\n')
const rows = [...page.matchAll(/^\| ([^|]+) \| ([^|]+) \| ([^|]*) \| (.+) \|$/gm)]
  .map(([, name = '', here = '', where = '', others = '']) => ({
    name,
    here,
    where,
    others: others.split(' | '),
  }))
  .filter(({ name }) => name.trim() !== '')

test('it has the rows and the ten tools', () => {
  expect(rows.length).toBeGreaterThan(30)
  for (const { name, others } of rows) expect({ name, length: others.length }).toEqual({ name, length: 10 })
  for (const { others } of rows) for (const one of others) expect(['yes', 'no', 'part', '?']).toContain(one)
})

test.each(rows)('$name: $here', ({ name, here, where }) => {
  if (here.startsWith('no')) return expect(where.trim()).toBe('')
  const places = [
    ...[...where.matchAll(/\]\(([^)#]+)/g)].map(([, link = '']) => path.join('docs', link)),
    ...[...where.matchAll(/`((?:__tests__|schema)\/[^`]+)`/g)].map(([, file = '']) => file),
  ]
  expect({ name, places: places.length }).not.toEqual({ name, places: 0 })
  for (const one of places) expect(fs.existsSync(path.join(repository, one))).toBe(true)
  for (const [, option = ''] of where.matchAll(/`--([\w-]+)`/g))
    expect(COMMANDS.some((command) => optionsOf(command).has(option))).toBe(true)
})

test('an anchor in the README is a heading of it', () => {
  const readme = fs.readFileSync(path.join(repository, 'README.md'), 'utf8')
  const headings = [...readme.matchAll(/^#+ (.+)$/gm)].map(([, text = '']) =>
    text
      .toLowerCase()
      .replace(/[^\w\s-]/g, '')
      .trim()
      .replace(/\s+/g, '-'),
  )
  for (const [, anchor = ''] of page.matchAll(/README\.md#([\w-]+)/g)) expect(headings).toContain(anchor)
})

test('what is missing here is said above the tables', () => {
  const [, missing = ''] = /What a team may miss here: ([^.]+)\./.exec(page) ?? []
  expect(rows.filter(({ here }) => here.startsWith('no'))).toHaveLength(missing.split(', ').length)
})
