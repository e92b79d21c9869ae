/** Only regular files of the project are opened; what a model reads for itself is no exception. */

import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { type } from '../helpers/command'
import { judged, judgedIn, MIGRATION, missing, model } from '../helpers/hostile'
import { bytesOf, tempProject } from '../helpers/temp-project'

const SECRET = 'top-secret-4711'

const reading = (expression: string) =>
  `const fs = require('fs'), path = require('path')
const name = ${expression}
module.exports = (s, D) => s.define('Nosy', { x: D.STRING }, { tableName: String(name).trim(), paranoid: true })\n`

const outside = tempProject({ 'secret.txt': `${SECRET}\n`, 'secret.json': `{"name":"${SECRET}"}` })

test.each([
  ['readFileSync', `fs.readFileSync('${outside}/secret.txt', 'utf8')`],
  ['a path that climbs', `fs.readFileSync(path.join(__dirname, '../link/secret.txt'), 'utf8')`],
  ['a link', `fs.readFileSync('link/secret.txt').toString()`],
  ['a list of a folder', `fs.readdirSync('${outside}')[0]`],
  ['a question whether it is there', `fs.existsSync('${outside}/secret.txt') ? '${SECRET}' : 'none'`],
  ['require', `require('${outside}/secret.json').name`],
  ['require through a link', `require('../link/secret.json').name`],
  ['a hidden file of the project', `fs.readFileSync('.env', 'utf8')`],
])('%s: nothing that lies outside of the project is told', async (_how, expression) => {
  const root = tempProject({
    ...MIGRATION,
    '.env': SECRET,
    'models/good.js': model('Good'),
    'models/nosy.js': reading(expression),
  })
  fs.symlinkSync(outside, path.join(root, 'link'))
  const { findings, models } = await judgedIn(root, 'models')
  expect(findings).toContainEqual(missing('Good'))
  const nosy = models.find(({ name }) => name === 'Nosy')
  expect(nosy).toMatchObject({ status: 'undecided', table: null })
  expect(JSON.stringify(nosy)).not.toMatch(new RegExp(`^${SECRET}`))
  expect(nosy?.reason ?? '').not.toContain(SECRET)
})

test('what lies in the project is read', async () => {
  const { findings } = await judged({
    'name.txt': 't\n',
    'models/a.js': reading(`fs.readFileSync('name.txt', 'utf8')`),
  })
  expect(findings).toContainEqual(missing('Nosy'))
})

test('a config of the workspaces around the project is read', async () => {
  const root = tempProject({
    'package.json': '{"workspaces":["packages/*"]}',
    'config/table.js': "module.exports = 't'\n",
    'packages/api/package.json': MIGRATION['package.json'],
    'packages/api/migrations/1.js': MIGRATION['migrations/20240101000000-t.js'],
    'packages/api/models/a.js': reading(`require('../../../config/table')`),
  })
  const { findings } = await judgedIn(path.join(root, 'packages/api'))
  expect(findings).toContainEqual(missing('Nosy'))
})

test('a config beside the project is read where both lie in one unpacked repository', async () => {
  const root = tempProject({
    '.gitignore': 'node_modules\n',
    'config/table.json': '{"name":"t"}',
    'server/package.json': MIGRATION['package.json'],
    'server/migrations/1.js': MIGRATION['migrations/20240101000000-t.js'],
    'server/models/a.js': reading(`require('../../config/table.json').name`),
  })
  const { findings } = await judgedIn(path.join(root, 'server'))
  expect(findings).toContainEqual(missing('Nosy'))
})

const onPosix = process.platform === 'win32' ? test.skip : test

onPosix('pipes and devices among the files are never waited for', async () => {
  const root = tempProject({
    ...MIGRATION,
    'models/good.js': model('Good'),
    'models/pipe.js': reading(`fs.readFileSync('pipe', 'utf8')`),
    'models/zero.js': reading(`fs.readFileSync('zero', 'utf8')`),
  })
  for (const name of [
    'pipe',
    'models/tube.js',
    'migrations/20240102000000-pipe.js',
    '.gitignore',
    'tsconfig.json',
  ])
    expect(spawnSync('mkfifo', [path.join(root, name)]).status).toBe(0)
  fs.symlinkSync('/dev/zero', path.join(root, 'zero'))
  fs.symlinkSync('/dev/zero', path.join(root, 'models/endless.js'))
  fs.symlinkSync('tube.js', path.join(root, 'models/linked.js'))
  for (const paths of ['models', 'models/good.js models/tube.js', 'models/*.js']) {
    const { findings } = await judgedIn(root, paths)
    expect(findings).toContainEqual(missing('Good'))
  }
})

test('a file without end, as it says', async () => {
  const root = tempProject({ ...MIGRATION, 'models/good.js': model('Good') })
  fs.writeFileSync(path.join(root, 'models/huge.js'), '')
  fs.truncateSync(path.join(root, 'models/huge.js'), 3 * 1024 ** 3)
  const { code, findings } = await judgedIn(root)
  expect(findings).toContainEqual(missing('Good'))
  expect(findings).toContainEqual(
    expect.objectContaining({
      rule: 'unreadable',
      file: 'models/huge.js',
      message: 'It is larger than 20 MB.',
    }),
  )
  expect(code).toBe(2)
})

const bigEndian = (text: string) => Buffer.from(text, 'utf16le').swap16()

test.each([
  ['little-endian', Buffer.from(`\ufeff${model('Wide')}`, 'utf16le')],
  ['big-endian', bigEndian(`\ufeff${model('Wide')}`)],
  ['little-endian without a mark', Buffer.from(model('Wide'), 'utf16le')],
  ['big-endian without a mark', bigEndian(model('Wide'))],
])('UTF-16, %s: is read, and changed in its own encoding', async (_which, bytes) => {
  const root = tempProject({ ...MIGRATION, 'models/wide.js': bytes })
  expect((await judgedIn(root)).findings).toContainEqual(missing('Wide'))
  const { code, out } = await type(root, 'models --repair disable-paranoid --yes')
  expect(out).toContain('Wide')
  expect(code).toBe(0)
  const text = model('Wide').replace('paranoid: true', 'paranoid: false')
  const isBig = bytes[0] === 0 || bytes[0] === 0xfe
  const marked = bytes.readUInt16LE(0) === 0xfeff || bytes.readUInt16LE(0) === 0xfffe ? `\ufeff${text}` : text
  const expected = isBig ? bigEndian(marked) : Buffer.from(marked, 'utf16le')
  expect(bytesOf(root)['models/wide.js']).toBe(expected.toString('latin1'))
})

// Windows has no such names.
const isNamed = process.platform !== 'win32'
if (!isNamed) process.stderr.write('Skipped: a file name cannot hold a control character here.\n')
;(isNamed ? test : test.skip)(
  'a file name that controls a terminal is escaped, and that of its backup',
  async () => {
    const root = tempProject({ ...MIGRATION, 'models/\u001b[31mred.js': model('Red') })
    const { code, out } = await type(root, 'models --yes --repair disable-paranoid')
    expect(code).toBe(0)
    expect(out).toContain('as it was: models/\\u001b[31mred.js.backup')
    expect(out).not.toContain('\u001b')
  },
)
