/** The habits of real projects, each by itself and all together: models and migrations that use them. */

import fs from 'node:fs'
import path from 'node:path'
import { columnsFor, linesOf } from './attributes.mjs'
import { indented, methods } from './bodies.mjs'
import { migrationFiles } from './migrations.mjs'
import { named } from './names.mjs'
import { between, randomFrom } from './random.mjs'

export const HABITS = {
  helpers: 'helpers of its own',
  loader: 'a loader of a folder',
  config: 'a config by environment',
  define: 'options for all models',
  typescript: 'TypeScript',
  long: 'models of 500 lines',
  barrels: 'barrels',
}

/** What a model file imports, in its language. */
const imported = (names, from, { typescript }) =>
  typescript ? `import { ${names} } from '${from}'` : `const { ${names} } = require('${from}')`

/** Helpers that the models use: by their own file, or by a barrel around a hundred of them. */
function library({ barrels, typescript }) {
  const [ending, exported] = typescript ? ['ts', 'export const '] : ['js', 'exports.']
  const columns = [
    imported('DataTypes', 'sequelize', { typescript }),
    `${exported}stamps = (more = {}) => ({ createdAt: DataTypes.DATE, updatedAt: DataTypes.DATE, ...more })`,
    `${exported}tableOptions = (tableName, more = {}) => ({ tableName, underscored: false, ...more })`,
  ]
  const parts = barrels ? Array.from({ length: 100 }, (_, index) => `part-${index}`) : []
  const handedOn = ['columns', ...parts].map((name) =>
    typescript ? `export * from './${name}'` : `Object.assign(exports, require('./${name}'))`,
  )
  return {
    [`lib/columns.${ending}`]: columns.join('\n'),
    ...(barrels && { [`lib/index.${ending}`]: handedOn.join('\n') }),
    ...Object.fromEntries(
      parts.map((name, index) => [
        `lib/${name}.${ending}`,
        `${exported}part${index} = (row${typescript ? ': { amount: number }' : ''}) => row.amount * ${index}\n`,
      ]),
    ),
  }
}

const instance = ({ config, define, typescript }) => {
  const options = [
    ...(config ? ['...config'] : ["dialect: 'postgres'", 'logging: false']),
    ...(define ? ['define: { paranoid: true, timestamps: true }'] : []),
  ]
  const configured = typescript
    ? "import configs from './config/config'\n\nconst config = configs[process.env.NODE_ENV || 'development']"
    : "const config = require('./config/config')[process.env.NODE_ENV || 'development']"
  return [
    imported('Sequelize', 'sequelize', { typescript }),
    ...(config ? [configured] : []),
    '',
    `${typescript ? 'export ' : ''}const sequelize = new Sequelize(process.env.DATABASE_URL, { ${options.join(', ')} })`,
    ...(typescript ? [] : ['module.exports = { sequelize }']),
  ].join('\n')
}

const CONFIG = (typescript) => `const shared = { dialect: 'postgres', logging: false }

${typescript ? 'const configs: Record<string, object> =' : 'module.exports ='} {
  development: { ...shared, database: 'things_dev' },
  test: { ...shared, database: 'things_test' },
  production: { ...shared, database: 'things', pool: { max: 20 } },
}
${typescript ? '\nexport default configs\n' : ''}`

const LOADER = `const fs = require('fs')
const path = require('path')
const { DataTypes } = require('sequelize')
const { sequelize } = require('../db')

const db = {}
for (const file of fs.readdirSync(__dirname).filter((name) => name !== 'index.js' && name.endsWith('.js'))) {
  const model = require(path.join(__dirname, file))(sequelize, DataTypes)
  db[model.name] = model
}
for (const name of Object.keys(db)) if (db[name].associate) db[name].associate(db)

module.exports = { ...db, sequelize }
`

/** The methods of an instance, in the class or behind the definition. */
const bodies = (random, name, long) => methods(random, name, long ? 35 : 3).flatMap((lines) => ['', ...lines])

function modelText(random, { name, table, isParanoid }, habits) {
  const { helpers, loader, define, typescript, long, barrels } = habits
  const usesHelpers = helpers || barrels
  const columns = columnsFor(random, long ? 200 : between(random, 30, 90))
  const attributes = columns.flatMap((column) => linesOf(column, 'DataTypes'))
  const own = define ? (isParanoid ? [] : ['paranoid: false']) : isParanoid ? ['paranoid: true'] : []
  const options = usesHelpers
    ? `...tableOptions('${table}', { ${own.join(', ')} })`
    : [`tableName: '${table}'`, ...own].join(', ')
  const helpersLine = usesHelpers
    ? [imported('stamps, tableOptions', barrels ? '../lib' : '../lib/columns', habits)]
    : []
  const fields = ['{', ...indented(usesHelpers ? ['...stamps(),', ...attributes] : attributes), '},']
  const written = typescript
    ? bodies(random, name, long).map((line) =>
        line.replace(/^(\s*(?:async )?\w+)\((\w*)( = [^)]*)?\) \{$/, '$1($2$3) {'),
      )
    : bodies(random, name, long)
  const declared = typescript ? columns.map((column) => `declare ${column.name}: unknown`) : []
  const body = [
    `${typescript ? 'export default ' : ''}class ${name} extends Model {`,
    ...indented([...declared, ...written]),
    '}',
    `${name}.init(`,
    ...indented([...fields, `{ sequelize, modelName: '${name}', ${options} },`]),
    ')',
  ]
  if (loader && !typescript)
    return [
      imported('Model', 'sequelize', habits),
      ...helpersLine,
      '',
      'module.exports = (sequelize, DataTypes) => {',
      ...indented([...body, `return ${name}`]),
      '}',
    ]
  return [
    imported('DataTypes, Model', 'sequelize', habits),
    imported('sequelize', '../db', habits),
    ...helpersLine,
    '',
    ...body,
    ...(typescript ? [] : ['', `module.exports = ${name}`]),
  ]
}

/**
 * @param {string} folder made anew
 * @param {number} count of models, and of migrations
 * @param {(keyof typeof HABITS)[]} names
 */
export function makeHabits(folder, count, names) {
  const random = randomFrom(1)
  const habits = Object.fromEntries(names.map((name) => [name, true]))
  const ending = habits.typescript ? 'ts' : 'js'
  const tables = Array.from({ length: count }, (_, index) => {
    const isParanoid = index % 5 === 0
    return { ...named(index), isParanoid, deletedAt: isParanoid ? 'deletedAt' : undefined, addedLater: false }
  })
  const texts = {
    'package.json': JSON.stringify({ name: 'habits', dependencies: { pg: '^8.11.0', sequelize: '^6.37.0' } }),
    [`db.${ending}`]: instance(habits),
    ...(habits.config && {
      '.sequelizerc':
        "const path = require('path')\nmodule.exports = { config: path.resolve('config', 'config.js'), 'migrations-path': path.resolve('migrations') }\n",
      [`config/config.${ending}`]: CONFIG(habits.typescript),
    }),
    ...((habits.helpers || habits.barrels) && library(habits)),
    ...(habits.loader && !habits.typescript && { 'models/index.js': LOADER }),
    ...Object.fromEntries(
      tables.map((table) => [`models/${table.file}.${ending}`, modelText(random, table, habits).join('\n')]),
    ),
    ...Object.fromEntries(
      migrationFiles(random, tables, count).map(({ file, text }) => [`migrations/${file}`, text]),
    ),
  }
  fs.rmSync(folder, { recursive: true, force: true })
  for (const [name, text] of Object.entries(texts)) {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    fs.writeFileSync(path.join(folder, name), `${text}\n`)
  }
}
