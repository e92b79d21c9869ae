/** A small application on a real database: two models, their migrations, and a server that answers by a query. */

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { addFiles, tempProject } from '../temp-project'
import type { TestDatabase } from '.'
import { sequelizeCli, shareModules } from './sequelize-cli'

const FILES = {
  'database.js': `const { Sequelize } = require('sequelize')
const config = require('./config/config.js')
module.exports = new Sequelize({ ...config, logging: false })
`,
  'models/index.js': `const Session = require('./session')
const Booking = require('./booking')
Session.hasMany(Booking, { foreignKey: 'sessionId' })
Booking.belongsTo(Session, { foreignKey: 'sessionId' })
module.exports = { Session, Booking }
`,
  'models/session.js': `const { DataTypes } = require('sequelize')
const sequelize = require('../database')

module.exports = sequelize.define(
  'Session',
  { title: DataTypes.STRING },
  { tableName: 'sessions', paranoid: true },
)
`,
  'models/booking.js': `const { DataTypes } = require('sequelize')
const sequelize = require('../database')

module.exports = sequelize.define('Booking', { name: DataTypes.STRING }, { tableName: 'bookings' })
`,
  'migrations/20250101000000-create.js': `module.exports = {
  async up(queryInterface, Sequelize) {
    const times = { createdAt: Sequelize.DATE, updatedAt: Sequelize.DATE }
    const id = { type: Sequelize.INTEGER, primaryKey: true, autoIncrement: true }
    await queryInterface.createTable('sessions', { id, title: Sequelize.STRING, ...times })
    const sessionId = { type: Sequelize.INTEGER, references: { model: 'sessions', key: 'id' }, onDelete: 'CASCADE' }
    await queryInterface.createTable('bookings', { id, name: Sequelize.STRING, sessionId, ...times })
    await queryInterface.bulkInsert('sessions', [{ title: 'Yoga' }, { title: 'Spinning' }])
    await queryInterface.bulkInsert('bookings', [{ name: 'Ada', sessionId: 1 }, { name: 'Bob', sessionId: 1 }])
  },
  async down() {},
}
`,
  'query.js': `const { Session } = require('./models')
Session.findAll({ where: { title: 'Yoga' } })
  .then(
    (rows) => console.log(rows.length + ' sessions'),
    (error) => {
      console.error(error)
      process.exitCode = 1
    },
  )
  .then(() => Session.sequelize.close())
`,
  'server.js': `const http = require('node:http')
const { Session } = require('./models')
const server = http.createServer(async (_request, response) => {
  try {
    response.end(JSON.stringify(await Session.findAll()))
  } catch (error) {
    response.writeHead(500).end(error.message)
  }
})
server.listen(0, '127.0.0.1', () => process.send(server.address().port))
`,
  'package.json': '{ "name": "studio", "private": true }',
}

/** @param link `linkModules` for a project that writes into its node_modules */
/** The project with its history run: Session is paranoid, and `sessions` has no column for it. */
export function driftingProject(
  database: TestDatabase,
  files: Record<string, string> = {},
  root = tempProject(),
  link = shareModules,
): string {
  addFiles(root, { ...FILES, 'config/config.js': database.config, ...files })
  link(root)
  expect(sequelizeCli(root, 'db:migrate')).toMatchObject({ code: 0 })
  return root
}

export { addFiles }

/** The application, listening. */
export async function served<T>(root: string, work: (url: string) => Promise<T>): Promise<T> {
  const child: ChildProcess = spawn(process.execPath, [path.join(root, 'server.js')], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  try {
    const [port] = await once(child, 'message')
    return await work(`http://127.0.0.1:${port}/sessions`)
  } finally {
    child.kill()
    await once(child, 'exit')
  }
}
