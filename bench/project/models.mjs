/** Model files of 60 to 250 lines, in the styles of real projects. */

import { columnsFor, fieldOf, ID, linesOf } from './attributes.mjs'
import { associations, hooks, indented, indexes, methods } from './bodies.mjs'
import { between } from './random.mjs'

/** What all styles need of one model. */
function planned(random, { name, table, isParanoid }, others) {
  const lines = between(random, 60, 210)
  const columns = columnsFor(random, Math.round(lines * 0.6))
  return {
    name,
    table,
    columns,
    attributes: [...ID, ...columns.flatMap((column) => linesOf(column, 'DataTypes'))],
    options: [
      `tableName: '${table}',`,
      ...(isParanoid ? ['paranoid: true,'] : []),
      ...indexes(random, columns),
      ...hooks(random),
    ],
    methods: methods(random, name, Math.round(lines / 40)),
    associations: associations(random, others),
  }
}

const asFunctions = (name, made) =>
  made.flatMap((lines) => {
    const at = lines.findIndex((line) => line.endsWith(') {'))
    const [, isAsync, method, rest] = /^(async )?(\w+)(\(.*)$/.exec(lines[at])
    const head = `${name}.prototype.${method} = ${isAsync ?? ''}function ${rest}`
    return ['', ...lines.slice(0, at), head, ...lines.slice(at + 1)]
  })

const asMethods = (made) => made.flatMap((lines) => ['', ...lines])

const define = ({ name, attributes, options, methods, associations }) => ({
  extension: 'js',
  lines: [
    "'use strict'",
    '',
    'module.exports = (sequelize, DataTypes) => {',
    ...indented([
      `const ${name} = sequelize.define(`,
      `  '${name}',`,
      '  {',
      ...indented(attributes, '    '),
      '  },',
      '  {',
      ...indented(options, '    '),
      '  },',
      ')',
      '',
      `${name}.associate = function (models) {`,
      ...indented(associations.map((line) => line.replace('this.', `${name}.`))),
      '}',
      ...asFunctions(name, methods),
      '',
      `return ${name}`,
    ]),
    '}',
  ],
})

const initFactory = ({ name, attributes, options, methods, associations }) => ({
  extension: 'js',
  lines: [
    "'use strict'",
    "const { Model } = require('sequelize')",
    '',
    'module.exports = (sequelize, DataTypes) => {',
    ...indented([
      `class ${name} extends Model {`,
      ...indented([
        '/**',
        ' * Called by models/index once all are there.',
        ' */',
        'static associate(models) {',
        ...indented(associations),
        '}',
        ...asMethods(methods),
      ]),
      '}',
      `${name}.init(`,
      '  {',
      ...indented(attributes, '    '),
      '  },',
      '  {',
      '    sequelize,',
      `    modelName: '${name}',`,
      ...indented(options, '    '),
      '  },',
      ')',
      `return ${name}`,
    ]),
    '}',
  ],
})

const initModule = ({ name, attributes, options, methods }) => ({
  extension: 'mjs',
  lines: [
    "import { DataTypes, Model } from 'sequelize'",
    "import { sequelize } from '../db.js'",
    '',
    `export class ${name} extends Model {`,
    ...indented(asMethods(methods).slice(1)),
    '}',
    '',
    `${name}.init(`,
    '  {',
    ...indented(attributes, '    '),
    '  },',
    '  {',
    '    sequelize,',
    ...indented(options, '    '),
    '  },',
    ')',
    '',
    `export default ${name}`,
  ],
})

const staticInit = ({ name, attributes, options, methods, associations }) => ({
  extension: 'js',
  lines: [
    "const { Model, DataTypes } = require('sequelize')",
    '',
    `class ${name} extends Model {`,
    ...indented([
      'static init(sequelize) {',
      ...indented([
        'super.init(',
        '  {',
        ...indented(attributes, '    '),
        '  },',
        '  {',
        '    sequelize,',
        ...indented(options, '    '),
        '  },',
        ')',
        'return this',
      ]),
      '}',
      '',
      'static associate(models) {',
      ...indented(associations),
      '}',
      ...asMethods(methods),
    ]),
    '}',
    '',
    `module.exports = ${name}`,
  ],
})

const typed = (lines) =>
  lines.map((line) => line.replace('isOpen(now = new Date())', 'isOpen(now: Date = new Date()): boolean'))

const initTypeScript = ({ name, columns, attributes, options, methods }) => ({
  extension: 'ts',
  lines: [
    "import { DataTypes, Model, type InferAttributes, type InferCreationAttributes } from 'sequelize'",
    "import { sequelize } from '../db'",
    '',
    `export class ${name} extends Model<InferAttributes<${name}>, InferCreationAttributes<${name}>> {`,
    ...indented([
      'declare id: number',
      ...columns.map((column) => `declare ${fieldOf(column).replace('!', '')}`),
    ]),
    ...indented(typed(asMethods(methods))),
    '}',
    '',
    `${name}.init(`,
    '  {',
    ...indented(attributes, '    '),
    '  },',
    '  {',
    '    sequelize,',
    `    modelName: '${name}',`,
    ...indented(options, '    '),
    '  },',
    ')',
  ],
})

const decorated = ({ name, columns, options, methods }) => ({
  extension: 'ts',
  lines: [
    "import { Column, DataType, Model, Table } from 'sequelize-typescript'",
    '',
    '@Table({',
    ...indented(options.filter((line) => /^(tableName|paranoid|indexes)/.test(line))),
    '})',
    `export class ${name} extends Model {`,
    ...indented(
      columns.flatMap((column) => [
        '@Column({',
        `  type: DataType.${column.type},`,
        `  allowNull: ${column.optional},`,
        '})',
        fieldOf(column),
        '',
      ]),
    ),
    ...indented(typed(asMethods(methods))),
    '}',
  ],
})

const defineModule = ({ name, attributes, options, methods }) => ({
  extension: 'mjs',
  lines: [
    "import { DataTypes } from 'sequelize'",
    "import { sequelize } from '../db.js'",
    '',
    `const ${name} = sequelize.define('${name}', {`,
    ...indented(attributes),
    '}, {',
    ...indented(options),
    '})',
    ...asFunctions(name, methods),
    '',
    `export default ${name}`,
  ],
})

/** Each style as often as it is met. */
const STYLES = [
  ...Array(6).fill(define),
  ...Array(5).fill(initFactory),
  ...Array(2).fill(initModule),
  ...Array(2).fill(staticInit),
  ...Array(2).fill(initTypeScript),
  ...Array(2).fill(decorated),
  defineModule,
]

/** @returns {{ file: string, text: string }} */
export function modelFile(random, model, others) {
  const { extension, lines } = STYLES[Math.floor(random() * STYLES.length)](planned(random, model, others))
  return { file: `${model.file}.${extension}`, text: `${lines.join('\n')}\n` }
}
