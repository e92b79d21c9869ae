/** What becomes of a name on its way through Sequelize: each version is asked itself. */

import { dialectNamed, written } from '../../src/dialects'
import { type } from '../helpers/command'
import { tempProject } from '../helpers/temp-project'

jest.mock('tedious', () => ({}), { virtual: true })

const NAMES = ['a"b', 'a`b', 'a[b]', "a'b", '"users"', '`users`', 'with space', 'a"b`c\'d', 'Jörg 日本']

/** The name that stands within the quotes, where the quotes are doubled in it. */
function within(text: string, dialect: string): string {
  const inner = text.slice(1, -1)
  const end = text.at(-1) ?? ''
  return dialect === 'mssql' ? inner.replaceAll(']]', ']') : inner.replaceAll(end + end, end)
}

const VERSIONS: [version: string, name: string][] = [
  ['4.44.4', 'sequelize-v4'],
  ['5.22.5', 'sequelize-v5'],
  ['6.37.8', 'sequelize'],
]

describe.each(VERSIONS)('Sequelize %s', (version, name) => {
  test.each(['postgres', 'mysql', 'mariadb', 'sqlite', 'mssql'])('%s', (dialect) => {
    if (dialect === 'mariadb' && version.startsWith('4')) return
    const { Sequelize } = require(name)
    const dialectModule = dialect === 'sqlite' ? { verbose: () => ({}) } : {}
    const how = version.startsWith('6')
      ? { dialectModule }
      : { dialectModulePath: require.resolve('../helpers/databases/sqlite-driver.cjs') }
    const sequelize = new Sequelize({
      dialect,
      logging: false,
      ...how,
      ...(version.startsWith('4') && { operatorsAliases: false }),
    })
    const queries = sequelize.getQueryInterface()
    const { quoteIdentifier } = queries.queryGenerator ?? queries.QueryGenerator
    const generator = queries.queryGenerator ?? queries.QueryGenerator
    for (const one of NAMES)
      expect(written(one, dialect, version)).toBe(within(quoteIdentifier.call(generator, one), dialect))
  })
})

test('Sequelize 7 doubles the quote, so that the name stays as it is', () => {
  const { quoteIdentifier } = require('../../node_modules/@sequelize/core/lib/utils/dialect.js')
  for (const one of NAMES) {
    expect(within(quoteIdentifier(one, '"', '"'), 'postgres')).toBe(one)
    expect(written(one, 'postgres', '7.0.0-alpha.47')).toBe(one)
    expect(dialectNamed('postgres')?.quote(one)).toBe(quoteIdentifier(one, '"', '"'))
  }
})

test('PostgreSQL cuts a name at 63 bytes, and no letter in two', () => {
  expect(written('a'.repeat(64), 'postgres', '6.0.0')).toBe('a'.repeat(63))
  expect(written('ö'.repeat(40), 'postgres', '7.0.0')).toBe('ö'.repeat(31))
  expect(written('a'.repeat(80), 'mysql', '6.0.0')).toBe('a'.repeat(80))
  expect(written('a"b', undefined, '6.0.0')).toBe('a"b')
})

/** The verdict on a model of the table `a"b`, by what a migration makes. */
async function verdict(making: string, sequelize = '6.37.8', driver = 'pg') {
  const name = sequelize.startsWith('7') ? '@sequelize/core' : 'sequelize'
  const root = tempProject({
    'package.json': JSON.stringify({ dependencies: { [name]: sequelize, [driver]: '1.0.0' } }),
    'models/user.js': `module.exports = (sequelize, DataTypes) =>
  sequelize.define('User', { name: DataTypes.STRING }, { tableName: 'a"b', paranoid: true })
`,
    'migrations/20240101000000-create.js': `module.exports = {
  async up(queryInterface, Sequelize) {
    ${making}
  },
}
`,
  })
  const { out } = await type(root, 'check models --format json')
  return JSON.parse(out).models[0].status
}

const byInterface = `await queryInterface.createTable('a"b', { name: Sequelize.STRING, deletedAt: Sequelize.DATE })`
const bySql = (table: string) =>
  `await queryInterface.sequelize.query(${JSON.stringify(`CREATE TABLE ${table} ("name" text, "deletedAt" timestamptz)`)})`

test.each([
  ['what queryInterface makes has lost the quote as well', byInterface, '6.37.8', 'ok'],
  ['SQL makes the table that Sequelize asks for', bySql('ab'), '6.37.8', 'ok'],
  ['SQL makes a table that Sequelize never asks for', bySql('"a""b"'), '6.37.8', 'unproven'],
  ['with version 7 it is the other way round', bySql('"a""b"'), '7.0.0', 'ok'],
  ['with version 7 the quote stays', bySql('ab'), '7.0.0', 'unproven'],
  ['with version 7 queryInterface keeps it too', byInterface, '7.0.0', 'ok'],
])('%s', async (_, making, sequelize, status) => expect(await verdict(making, sequelize)).toBe(status))

test('MySQL has another quote: the name stays', async () => {
  const making = `await queryInterface.sequelize.query('CREATE TABLE \`a"b\` (name text, deletedAt datetime)')`
  expect(await verdict(making, '6.37.8', 'mysql2')).toBe('ok')
})
