/** Forms of a file that compilers take: what TypeScript tolerates, and imports beside `module.exports`. */

import { judged, judgedIn, MIGRATION, missing, unreadable } from '../helpers/hostile'
import { tempProject } from '../helpers/temp-project'

const IMPORT = "import { DataTypes, Sequelize } from 'sequelize'\n"
const DEFINE = "sequelize.define('Center', { x: DataTypes.STRING }, { tableName: 't', paranoid: true })"
const IN_TS = '(sequelize: Sequelize, types: typeof DataTypes) =>'

test.each([
  ['module.exports', `${IMPORT}module.exports = ${IN_TS} ${DEFINE}\n`],
  ['exports.default', `${IMPORT}exports.default = ${IN_TS} ${DEFINE}\n`],
  ['a member of exports', `${IMPORT}exports.center = ${IN_TS} ${DEFINE}\n`],
  ['export =', `${IMPORT}const center = ${IN_TS} ${DEFINE}\nexport = center\n`],
  [
    'a type beside it',
    `${IMPORT}export interface Center { x: string }\nmodule.exports = ${IN_TS} ${DEFINE}\n`,
  ],
])('a model that imports, and is exported by %s', async (_how, text) => {
  const { findings } = await judged({ 'models/center.ts': text })
  expect(findings).toEqual([missing('Center')])
})

const UP = `async up(q: QueryInterface) { await q.createTable('centers', { id: 'INTEGER' }) }`
const TYPES = "import { QueryInterface, DataTypes } from 'sequelize'\n"

test.each([
  ['module.exports', `${TYPES}module.exports = { ${UP}, async down() {} }\n`],
  [
    'exports.up',
    `${TYPES}exports.up = async (q: QueryInterface) => { await q.createTable('centers', { id: 'INTEGER' }) }\n`,
  ],
  ['export =', `${TYPES}export = { ${UP} }\n`],
  [
    'both',
    `${TYPES}export const title = 'x'\nexports.up = async (q: QueryInterface) => { await q.createTable('centers', { id: 'INTEGER' }) }\n`,
  ],
  [
    'default beside an import in JavaScript',
    `import { DataTypes } from 'sequelize'\nexport default { ${UP.replace(': QueryInterface', '')} }\n`,
  ],
])('a migration that imports, and is exported by %s', async (_how, text) => {
  const { models } = await judged({
    'migrations/20240102000000-centers.ts': text,
    'models/center.js': `module.exports = (sequelize, DataTypes) => ${DEFINE.replace("'t'", "'centers'")}\n`,
  })
  expect(models).toMatchObject([{ name: 'Center', status: 'missing-column' }])
})

test.each([
  [
    'module.exports',
    `import path from 'node:path'\nmodule.exports = { development: { dialect: 'postgres', define: { paranoid: true } } }\n`,
  ],
  [
    'exports by name',
    `import path from 'node:path'\nexports.development = { dialect: 'postgres', define: { paranoid: true } }\n`,
  ],
])('a config that imports, and is exported by %s', async (_how, text) => {
  const { findings } = await judged({
    '.sequelizerc': "module.exports = { config: require('path').resolve('config', 'config.ts') }\n",
    'config/config.ts': text,
    'models/center.js':
      "module.exports = (sequelize, DataTypes) => sequelize.define('Center', {}, { tableName: 't' })\n",
  })
  expect(findings).toEqual([missing('Center')])
})

test('a file that others import gets what module.exports says', async () => {
  const { findings } = await judged({
    'lib/options.ts': `import path from 'node:path'\nexport const unused = 1\nmodule.exports = { tableName: 't', paranoid: true }\n`,
    'models/center.ts': `import options = require('../lib/options')\n${IMPORT}module.exports = (sequelize: Sequelize) => sequelize.define('Center', {}, options)\n`,
  })
  expect(findings).toEqual([missing('Center')])
})

test.each([
  ['a name declared twice', 'const twice = 1\nconst twice = 2\n'],
  ['a class declared twice', 'class Twice {}\nclass Twice {}\n'],
  ['a name exported twice', 'export const twice = 1\nexport { twice }\n'],
  ['a modifier twice', 'class A { public public x = 1 }\n'],
  ['a modifier out of place', 'class B { readonly private x = 1 }\n'],
  ['a method with a body that is abstract', 'abstract class C { abstract m() { return 1 } }\n'],
  ['an octal number', 'export const mode = 0755\n'],
])('TypeScript tolerates %s', async (_what, slip) => {
  const { findings } = await judged({
    'models/center.ts': `${slip}${IMPORT}export const center = ${IN_TS} ${DEFINE}\n`,
  })
  expect(findings).toEqual([missing('Center')])
})

test.each([
  ['a semicolon that is missing', 'const a = 1 const b = 2\n'],
  ['a bracket that is missing', 'const a = [1, 2\n'],
])('%s is a slip', async (_what, slip) => {
  const { findings } = await judged({
    'models/center.ts': `${slip}${IMPORT}export const center = ${IN_TS} ${DEFINE}\n`,
  })
  expect(findings).toContainEqual(unreadable('models/center.ts', /does not parse/))
})

test('in JavaScript too a name that is declared twice is no reason to lose a file: Babel and sucrase compile it', async () => {
  const root = tempProject({
    ...MIGRATION,
    'models/center.js': `const a = 1\nconst a = 2\nmodule.exports = (sequelize, DataTypes) => ${DEFINE}\n`,
  })
  expect((await judgedIn(root)).findings).toEqual([
    expect.objectContaining({ rule: 'missing-column', model: 'Center', file: 'models/center.js' }),
  ])
})
