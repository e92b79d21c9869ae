/** What is entered first is only a matter of time: a reading that runs every file tells the same, and so does every format. */

import path from 'node:path'
import { inflectorFor } from '../../src/io/project/inflector'
import { readModels } from '../../src/models'
import { sourcesOf } from '../../src/reading/sources'
import { scan } from '../../src/scan'
import type { Model, ScanSettings } from '../../src/types'
import { type } from '../helpers/command'
import { casesIn, fixtures } from '../helpers/model-cases'
import { tempProject } from '../helpers/temp-project'

const settings = (cwd: string): ScanSettings => ({
  cwd,
  paths: ['.'],
  migrations: [],
  ignore: [],
  noIgnore: false,
  only: [],
  strict: false,
})

function modelsOf(cwd: string, everything?: true): Model[] {
  const { files, layout, version, reader, ...sources } = sourcesOf(settings(cwd))[0]!
  const input = { root: cwd, files, code: sources.code(), around: sources.around(), ...layout }
  const rules = { version, inflector: inflectorFor(version, cwd) }
  return readModels(
    { ...input, leads: sources.leads, callersOf: sources.callersOf, everything },
    reader,
    rules,
  ).models
}

/** Unread parts are numbered as they are met, and models come in the order of their files. */
const plain = (models: Model[]): string =>
  JSON.stringify(
    models.toSorted((one, other) => key(one).localeCompare(key(other))),
    null,
    1,
  ).replace(/__unread_\d+__/g, '__unread__')

const key = ({ origin, name }: Model): string => `${origin.file}:${origin.span[0]}:${JSON.stringify(name)}`

describe.each(casesIn(fixtures))('$name', ({ folder }) => {
  test('a whole read tells the same', () => {
    const cwd = path.join(folder, 'project')
    expect(plain(modelsOf(cwd))).toBe(plain(modelsOf(cwd, true)))
  })
})

/** One of each wing: no format has a say in how code is read. */
const everyWing = [...new Map(casesIn(fixtures).map((one) => [one.name.split('/')[0], one])).values()]

describe.each(everyWing)('$name', ({ folder }) => {
  const cwd = path.join(folder, 'project')

  test('text and JSON have the same findings and exit code', async () => {
    const [text, json] = [await type(cwd, 'check --strict'), await type(cwd, 'check --strict --format json')]
    expect(text.code).toBe(json.code)
    if (json.code === 2 && !json.out) return
    const { findings } = JSON.parse(json.out) as { findings: { rule: string }[] }
    const counted = Array.from(text.out.matchAll(/^([a-z-]+) \((\d+)\)$/gm), ([, rule, count]) => [
      rule,
      count,
    ])
    const rules = new Map<string, number>()
    for (const { rule } of findings) rules.set(rule, (rules.get(rule) ?? 0) + 1)
    expect(Object.fromEntries(counted)).toEqual(
      Object.fromEntries([...rules].map(([rule, count]) => [rule, String(count)])),
    )
  })
})

describe('files that told nothing are named', () => {
  const root = tempProject({
    'package.json': '{ "dependencies": { "sequelize": "^6.37.0", "pg": "^8.0.0" } }',
    'models/user.js':
      "module.exports = (sequelize, DataTypes) =>\n  sequelize.define('User', {}, { paranoid: true, tableName: 'users' })\n",
    'models/odd.js': "require('./registry').add('Odd', {\n  paranoid: true,\n})\n",
    'services/users.js':
      'exports.all = (User) => User.findAll({ paranoid: true, include: [{ paranoid: true }] })\n',
    'migrations/1-nothing.js': 'module.exports = { up: async () => {} }\n',
    'migrations/20240101000000-users.js':
      "module.exports = { up: (q, S) => q.createTable('users', { id: S.INTEGER, deletedAt: S.DATE }) }\n",
    'migrations/20240102000000-elsewhere.js':
      "module.exports = { up: () => require('execa')('psql', ['x.sql']) }\n",
    'migrations/20240103000000-no-up.js': 'exports.change = (q) => q.addColumn()\n',
    'migrations/20240104000000-rows.js':
      "module.exports = { up: (q) => q.bulkInsert('users', [{ id: 1 }]) }\n",
  })

  test('with their reasons', async () => {
    const found = await scan(settings(root))
    expect(found.unheard?.map(({ file, line, reason }) => [path.relative(root, file), line, reason])).toEqual(
      [
        [path.join('models', 'odd.js'), 2, '`paranoid` stands in it, and no model was seen'],
        [
          path.join('migrations', '20240102000000-elsewhere.js'),
          undefined,
          'no operation was found in its up',
        ],
        [path.join('migrations', '20240103000000-no-up.js'), undefined, 'no up was found in it'],
      ],
    )
  })
})
