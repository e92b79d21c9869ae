/** Which files a start needs: tried on a project with a model, and with a file that defines none. */
const fs = require('node:fs')
const os = require('node:os')
const path = require('node:path')
const { spawnSync } = require('node:child_process')

const PROJECT = {
  'package.json': '{ "dependencies": { "pg": "8.11.0", "sequelize": "6.37.0" } }',
  '.gitignore': 'logs/\n',
  'price.js': 'exports.price = (row) => row.amount * row.quantity\n',
  'models/session.js': `const { DataTypes, Model } = require('sequelize')
const { sequelize } = require('../db')

class Session extends Model {}
Session.init({ token: { type: DataTypes.STRING, allowNull: false } }, { sequelize, paranoid: true })
module.exports = { Session }
`,
  'models/user.js': `module.exports = (sequelize, DataTypes) => {
  const User = sequelize.define('User', { name: DataTypes.STRING }, { paranoid: true, tableName: 'users' })
  User.associate = (models) => User.hasMany(models.Session)
  return User
}
`,
  'db.js': `const { Sequelize } = require('sequelize')
exports.sequelize = new Sequelize(process.env.DATABASE_URL, { dialect: 'postgres' })
`,
  'migrations/20240101000000-create.js': `module.exports = {
  async up(queryInterface, Sequelize) {
    await queryInterface.createTable('Sessions', { token: Sequelize.STRING, deletedAt: Sequelize.DATE })
    await queryInterface.createTable('users', { name: Sequelize.STRING })
    await queryInterface.addColumn('users', 'createdAt', { type: Sequelize.DATE })
  },
}
`,
}

/** What is tried, each after those before it: the part that the files go to which only it needs. */
const TRIALS = [
  { part: 'start', args: ['check', '--allow-empty', 'price.js'] },
  { part: 'read', args: ['check', 'models/session.js', 'models/user.js'] },
]

/** @returns {Map<string, string>} file, by its key -> the part that it goes to; the others are seldom needed */
function triedParts(program) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'deletedat-trial-'))
  try {
    for (const [name, text] of Object.entries(PROJECT)) {
      fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
      fs.writeFileSync(path.join(folder, name), text)
    }
    const parts = new Map()
    for (const { part, args } of TRIALS)
      for (const file of loadedBy(program, args, folder)) if (!parts.has(file)) parts.set(file, part)
    return parts
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

function loadedBy(program, args, cwd) {
  const env = { ...process.env, FORCE_COLOR: '' }
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd,
    env,
    encoding: 'utf8',
  })
  const [, loaded] = /^loaded (.+)$/m.exec(stderr) ?? []
  if (status === null || status > 1 || !loaded)
    throw new Error(`A trial of the bundle fails: ${stdout}${stderr}`)
  return JSON.parse(loaded)
}

/** Stands in front of each file, and notes that it is loaded. */
const noted = (key) => `(globalThis.loaded ??= []).push(${JSON.stringify(key)});`

/** Stands at the end of the program that is tried. */
const TOLD = `process.on('exit', () => process.stderr.write('loaded ' + JSON.stringify(globalThis.loaded) + '\\n'))`

module.exports = { triedParts, noted, TOLD }
