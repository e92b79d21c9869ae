/** Migrations as sequelize-cli lays them out: most make a table, others add to it, rename, index or run SQL. */

import { columnsFor, linesOf } from './attributes.mjs'
import { indented } from './bodies.mjs'
import { between, pick } from './random.mjs'

const file = (up, down) =>
  `${[
    "'use strict'",
    '',
    "/** @type {import('sequelize-cli').Migration} */",
    'module.exports = {',
    '  async up(queryInterface, Sequelize) {',
    ...indented(up, '    '),
    '  },',
    '',
    '  async down(queryInterface) {',
    ...indented(down, '    '),
    '  },',
    '}',
  ].join('\n')}\n`

const STAMPS = ['createdAt', 'updatedAt'].flatMap((name) => [
  `${name}: {`,
  '  allowNull: false,',
  '  type: Sequelize.DATE,',
  '},',
])

/** Notes what the table has, so that later migrations find it: the history runs on a real database. */
function create(random, made) {
  const { table, deletedAt } = made
  const columns = columnsFor(random, between(random, 15, 60))
  made.columns = columns.filter(({ type }) => !type.startsWith('ENUM'))
  return file(
    [
      `await queryInterface.createTable('${table}', {`,
      '  id: {',
      '    allowNull: false,',
      '    autoIncrement: true,',
      '    primaryKey: true,',
      '    type: Sequelize.INTEGER,',
      '  },',
      ...indented(columns.flatMap((column) => linesOf({ ...column, shape: column.shape && 1 }, 'Sequelize'))),
      ...indented(STAMPS),
      ...(deletedAt ? [`  ${deletedAt}: Sequelize.DATE,`] : []),
      '})',
    ],
    [`await queryInterface.dropTable('${table}')`],
  )
}

const later = [
  (random, { table, columns }, index) => {
    const [{ type, name: word }] = columnsFor(random, 1)
    const name = `${word}${index}`
    columns.push({ name, type })
    return file(
      [`await queryInterface.addColumn('${table}', '${name}', {`, `  type: Sequelize.${type},`, '})'],
      [`await queryInterface.removeColumn('${table}', '${name}')`],
    )
  },
  (random, { table, columns }) => {
    const { name, type } = pick(random, columns)
    return file(
      [
        `await queryInterface.changeColumn('${table}', '${name}', {`,
        `  type: Sequelize.${type.startsWith('ENUM') ? 'TEXT' : type},`,
        '  allowNull: true,',
        '})',
      ],
      [],
    )
  },
  (random, { table, columns }, index) => {
    const { name } = pick(random, columns)
    return file(
      [`await queryInterface.addIndex('${table}', ['${name}'], { name: '${table}_${name}_${index}' })`],
      [`await queryInterface.removeIndex('${table}', '${table}_${name}_${index}')`],
    )
  },
  (random, { table, columns }) => {
    const column = pick(random, columns)
    const { name } = column
    column.name = `${name}Old`
    return file(
      [`await queryInterface.renameColumn('${table}', '${name}', '${name}Old')`],
      [`await queryInterface.renameColumn('${table}', '${name}Old', '${name}')`],
    )
  },
  (random, { table, columns }) => {
    const { name } = pick(random, columns)
    return file(
      [`await queryInterface.sequelize.query(\`UPDATE ${table} SET "${name}" = NULL WHERE id < 100\`)`],
      [],
    )
  },
]

/** Later changes, as often as they are met. */
const LATER = [0, 0, 0, 0, 0, 1, 1, 2, 2, 3, 4]

const stamp = (index) =>
  new Date(Date.UTC(2019, 0, 1) + index * 3_600_000).toISOString().replace(/\D/g, '').slice(0, 14)

/** One for each table, then changes of them; `deletedAt` of some tables comes later. */
export function migrationFiles(random, tables, count) {
  const created = tables.map((table) => ({
    name: `create-${table.table}`,
    text: create(random, table),
  }))
  const added = tables
    .filter(({ addedLater }) => addedLater)
    .map(({ table }) => ({
      name: `add-deleted-at-to-${table}`,
      text: file(
        [
          `await queryInterface.addColumn('${table}', 'deletedAt', { type: Sequelize.DATE, allowNull: true })`,
        ],
        [`await queryInterface.removeColumn('${table}', 'deletedAt')`],
      ),
    }))
  const others = Array.from({ length: Math.max(0, count - created.length - added.length) }, (_, index) => {
    const made = pick(random, tables)
    return { name: `change-${made.table}`, text: later[pick(random, LATER)](random, made, index) }
  })
  return [...created, ...added, ...others].map(({ name, text }, index) => ({
    file: `${stamp(index)}-${name}.js`,
    text,
  }))
}
