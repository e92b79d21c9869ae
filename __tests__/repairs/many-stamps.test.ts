/** The stamps of many migrations of one run: a second apart, behind the newest, and within the minute of the run. */

import fs from 'node:fs'
import path from 'node:path'
import { PassThrough } from 'node:stream'
import { main } from '../../src/cli/main'
import { tempProject } from '../helpers/temp-project'

const table = (index: number) => `t${String(index).padStart(3, '0')}`

const project = (count: number, newest: string, more: Record<string, string> = {}) => {
  const numbers = Array.from({ length: count }, (_, index) => index)
  return tempProject({
    '.git/HEAD': '',
    'package.json': '{ "dependencies": { "sequelize": "^6", "pg": "^8" } }',
    'models/all.js': `module.exports = (sequelize, DataTypes) => {
${numbers.map((one) => `  sequelize.define('T${one}', { x: DataTypes.STRING }, { tableName: '${table(one)}', paranoid: true })`).join('\n')}
}\n`,
    [`migrations/${newest}-all.js`]: `module.exports = { async up(q, S) {
${numbers.map((one) => `  await q.createTable('${table(one)}', { id: S.INTEGER })`).join('\n')}
}, async down() {} }\n`,
    ...more,
  })
}

async function stamps(root: string, now: string, line = '--yes'): Promise<string[]> {
  const stream = () => new PassThrough({ highWaterMark: 2 ** 30 })
  const [stdin, stdout, stderr] = [stream(), stream(), stream()]
  const code = await main({
    argv: line.split(' '),
    cwd: root,
    env: {},
    stdin,
    stdout,
    stderr,
    now: () => new Date(now),
  })
  expect([code, String(stderr.read() ?? '')]).toEqual([0, ''])
  return fs
    .readdirSync(path.join(root, 'migrations'))
    .filter((name) => /-add-t/.test(name) && !name.endsWith('.sql'))
    .map((name) => name.slice(0, 14))
    .sort()
}

const seconds = (stamp = ''): number =>
  Date.UTC(
    ...((/^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(stamp) ?? [])
      .slice(1)
      .map((one, index) => Number(one) - (index === 1 ? 1 : 0)) as [number, number]),
  ) / 1000

/** Whether each is a second behind the one before it. */
const areClose = (all: string[]): boolean =>
  all.every((one, index) => index === 0 || seconds(one) - seconds(all[index - 1]) === 1)

test.each([
  ['at the end of a minute', '2025-05-30T12:00:59.000Z', '20250530120059'],
  ['in its middle', '2025-05-30T12:00:30.000Z', '20250530120059'],
  ['behind midnight', '2025-05-30T00:00:00.000Z', '20250530000059'],
])('70 of one run, %s', async (_, now, last) => {
  const all = await stamps(project(70, '20240101000000'), now)
  expect(all).toHaveLength(70)
  expect(areClose(all)).toBe(true)
  expect(all.at(-1)).toBe(last)
})

test('70 behind a migration of this very minute come right behind it, and it is not said that the clock is wrong', async () => {
  const all = await stamps(project(70, '20250530120010'), '2025-05-30T12:00:30.000Z')
  expect([all[0], areClose(all), all.length]).toEqual(['20250530120011', true, 70])
})

test('with an index there are twice as many', async () => {
  const all = await stamps(project(40, '20240101000000'), '2025-05-30T12:00:30.000Z', '--yes --with-index')
  expect([all.length, areClose(all), all.at(-1)]).toEqual([80, true, '20250530120059'])
})

test('a migration of several files takes one stamp', async () => {
  const sqls = {
    'package.json':
      '{ "dependencies": { "sequelize": "^6", "pg": "^8", "db-migrate": "^0.11", "db-migrate-pg": "^1" } }',
    'migrations/20240101000000-all.js':
      "exports.up = (db) => db.runSql(require('fs').readFileSync(__dirname + '/' + 'sqls' + '/20240101000000-all-up.sql', 'utf8'))\nexports._meta = { version: 1 }\n",
    'migrations/sqls/20240101000000-all-up.sql': Array.from(
      { length: 30 },
      (_, one) => `CREATE TABLE ${table(one)} (id serial PRIMARY KEY);`,
    ).join('\n'),
  }
  const all = await stamps(project(30, '20240101000000', sqls), '2025-05-30T12:00:05.000Z')
  expect([all.length, areClose(all), all[0], all.at(-1)]).toEqual([
    30,
    true,
    '20250530120005',
    '20250530120034',
  ])
})
