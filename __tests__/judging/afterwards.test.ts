/** What the new column alone does not mend: other columns that Sequelize asks for, and keys that a deleted row holds. */

import { type } from '../helpers/command'
import { tempProject } from '../helpers/temp-project'

const model = (options: string, attributes = '{}') =>
  `module.exports = (sequelize, DataTypes) => sequelize.define('Seat', ${attributes}, { tableName: 'seats', paranoid: true, ${options} })\n`

const migration = (columns: string, more = '') => `module.exports = {
  up: async (queryInterface, Sequelize) => {
    await queryInterface.createTable('seats', { ${columns} })
    ${more}
  },
  down: (queryInterface) => queryInterface.dropTable('seats'),
}
`

const ID = 'id: { type: Sequelize.INTEGER, primaryKey: true, autoIncrement: true }'
const STAMPS = 'createdAt: Sequelize.DATE, updatedAt: Sequelize.DATE'

interface Built {
  options?: string
  attributes?: string
  columns?: string
  more?: string
  sql?: string
}

const project = ({ options = '', attributes, columns = `${ID}, ${STAMPS}`, more, sql }: Built) =>
  tempProject({
    'package.json': '{ "dependencies": { "sequelize": "^6.37.8", "pg": "^8" } }',
    'models/seat.js': model(options, attributes),
    'migrations/20240101000000-seats.js': sql
      ? `module.exports = { up: (queryInterface) => queryInterface.sequelize.query(\`${sql}\`), down() {} }\n`
      : migration(columns, more),
  })

async function afterwardsOf(built: Built): Promise<string[]> {
  const { out } = await type(project(built), 'check models --format json')
  const [finding] = JSON.parse(out).findings
  expect(finding.rule).toBe('missing-column')
  return (finding.afterwards ?? []).map(({ kind, columns }: { kind: string; columns: string[] }) =>
    [kind, ...columns].join(' '),
  )
}

const PAIR = 'roomId: Sequelize.INTEGER, guestId: Sequelize.INTEGER'
const KEYS =
  'roomId: { type: Sequelize.INTEGER, references: { model: "rooms" } }, guestId: { type: Sequelize.INTEGER, references: { model: "guests" } }'

test.each<[string, Built, string[]]>([
  ['all that is asked for is there', {}, []],
  ['neither timestamp', { columns: ID }, ['other-columns createdAt updatedAt']],
  ['one that is turned off', { columns: ID, options: 'createdAt: false' }, ['other-columns updatedAt']],
  [
    'names of their own',
    { columns: ID, options: "createdAt: 'made', updatedAt: false" },
    ['other-columns made'],
  ],
  ['snake case', { options: 'underscored: true' }, ['other-columns created_at updated_at']],
  ['a version', { options: 'version: true' }, ['other-columns version']],
  [
    'a declared field',
    { attributes: "{ createdAt: { type: DataTypes.DATE, field: 'born' } }" },
    ['other-columns born'],
  ],
  [
    'a virtual attribute',
    { columns: `${ID}, updatedAt: Sequelize.DATE`, attributes: '{ createdAt: DataTypes.VIRTUAL }' },
    [],
  ],
  [
    'what only the environment knows',
    { columns: ID, options: 'createdAt: process.env.MADE, updatedAt: false' },
    [],
  ],
  [
    'a primary key of two columns',
    {
      columns: `roomId: { type: Sequelize.INTEGER, primaryKey: true }, guestId: { type: Sequelize.INTEGER, primaryKey: true }, ${STAMPS}`,
    },
    ['held-key roomId guestId'],
  ],
  [
    'a primary key that is added',
    {
      columns: `${PAIR}, ${STAMPS}`,
      more: "await queryInterface.addConstraint('seats', { type: 'primary key', fields: ['roomId', 'guestId'] })",
    },
    ['held-key roomId guestId'],
  ],
  [
    'a primary key that was taken away',
    {
      columns: `roomId: { type: Sequelize.INTEGER, primaryKey: true }, guestId: { type: Sequelize.INTEGER, primaryKey: true }, ${STAMPS}`,
      more: "await queryInterface.removeConstraint('seats', 'seats_pkey')",
    },
    [],
  ],
  [
    'a primary key in SQL',
    {
      sql: 'CREATE TABLE seats ("roomId" int, "guestId" int, "createdAt" timestamptz, "updatedAt" timestamptz, PRIMARY KEY ("roomId", "guestId"))',
    },
    ['held-key roomId guestId'],
  ],
  [
    'one that SQL takes away',
    {
      sql: 'CREATE TABLE seats ("roomId" int, "guestId" int, "createdAt" timestamptz, "updatedAt" timestamptz, CONSTRAINT both PRIMARY KEY ("roomId", "guestId")); ALTER TABLE seats DROP CONSTRAINT both',
    },
    [],
  ],
  [
    'an id of its own and a unique of the two foreign keys',
    {
      columns: `${ID}, ${KEYS}, ${STAMPS}`,
      more: "await queryInterface.addIndex('seats', { fields: ['roomId', 'guestId'], unique: true })",
    },
    ['held-key roomId guestId'],
  ],
  [
    'a unique for live rows only',
    {
      columns: `${ID}, ${KEYS}, ${STAMPS}`,
      more: "await queryInterface.addIndex('seats', { fields: ['roomId', 'guestId'], unique: true, where: { deletedAt: null } })",
    },
    [],
  ],
  [
    'a unique of what are no foreign keys is left to --advice',
    {
      columns: `${ID}, ${PAIR}, ${STAMPS}`,
      more: "await queryInterface.addIndex('seats', { fields: ['roomId', 'guestId'], unique: true })",
    },
    [],
  ],
])('%s', async (_, built, expected) => {
  expect(await afterwardsOf(built)).toEqual(expected)
})

test('it is said before the repair is recommended, and again when it is written', async () => {
  const root = project({ columns: ID })
  const { out } = await type(root, 'check models')
  expect(out).toMatch(/lacks "createdAt" and "updatedAt" too.*Run npx deletedat-codemod models/s)
  const written = await type(root, 'models --repair add-column')
  expect(written.out).toContain('Seat: The table lacks "createdAt" and "updatedAt" too')
})

test('with paranoid off a row holds no key', async () => {
  const columns = `roomId: { type: Sequelize.INTEGER, primaryKey: true }, guestId: { type: Sequelize.INTEGER, primaryKey: true }, ${STAMPS}`
  const { out } = await type(project({ columns }), 'models --repair disable-paranoid --accept-reappearing')
  expect(out).not.toContain('primary key')
})

test('of many findings it is said once, with the models', async () => {
  const many = Object.fromEntries(
    ['Aisle', 'Bench', 'Chair', 'Dais'].map((name) => [
      `models/${name}.js`,
      `module.exports = (s) => s.define('${name}', {}, { paranoid: true, tableName: '${name}s' })\n`,
    ]),
  )
  const created = ['Aisle', 'Bench', 'Chair', 'Dais'].map(
    (name) => `await queryInterface.createTable('${name}s', { id: Sequelize.INTEGER })`,
  )
  const root = tempProject({
    'package.json': '{ "dependencies": { "sequelize": "^6.37.8" } }',
    ...many,
    'migrations/20240101000000-all.js': `module.exports = { up: async (queryInterface, Sequelize) => { ${created.join('; ')} }, down() {} }\n`,
  })
  const { out } = await type(root, 'check models')
  expect(out.match(/lacks "createdAt" and "updatedAt"/g)).toHaveLength(1)
  expect(out).toContain('Aisle, Bench, Chair, Dais: The table lacks')
})
