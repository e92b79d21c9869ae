/** An application with two databases: the hint for a migration that waits in one of them is how that one is migrated. */

import { type } from '../helpers/command'
import { describeOn } from '../helpers/databases'
import { connected } from '../helpers/databases/catalog'
import { usingDatabase } from '../helpers/databases/emitted'
import { linkModules } from '../helpers/databases/sequelize-cli'
import { tempProject } from '../helpers/temp-project'

const rc = (part: string) =>
  `module.exports = { 'models-path': require('path').resolve('models/${part}'), 'migrations-path': require('path').resolve('migrations/${part}') }\n`

const model = `module.exports = (sequelize, DataTypes) =>
  sequelize.define('Room', {}, { tableName: 'rooms', paranoid: true })
`
const index = `const { Sequelize, DataTypes } = require('sequelize')
const sequelize = new Sequelize({ ...require('../../db.js'), logging: false })
module.exports = { sequelize, Room: require('./room')(sequelize, DataTypes) }
`
const created =
  "module.exports = { up: (q, S) => q.createTable('rooms', { id: S.INTEGER, createdAt: S.DATE, updatedAt: S.DATE }), down() {} }\n"
const added = "module.exports = { up: (q, S) => q.addColumn('rooms', 'deletedAt', S.DATE), down() {} }\n"

describeOn(
  'sqlite',
  'a migration that waits',
  usingDatabase('sqlite', (database) => {
    test.each([
      [
        'with an option file',
        { '.sequelizerc': rc('house'), '.sequelizerc-desk': rc('desk') },
        'Run it: npx sequelize-cli db:migrate --name 20240102000000-deleted.js --options-path .sequelizerc-desk.',
      ],
      [
        'without one',
        {},
        'Run it: npx deletedat-codemod deploy models/desk --migrations migrations/desk --sequelize models/desk/index.js.',
      ],
    ])('%s', async (_, more, hint) => {
      const root = tempProject({
        '.git/HEAD': '',
        'package.json': '{ "dependencies": { "sequelize": "^6", "sqlite3": "^5" } }',
        'db.js': database().config,
        'models/house/index.js': index,
        'models/house/room.js': model,
        'models/desk/index.js': index,
        'models/desk/room.js': model,
        'migrations/house/20240101000000-rooms.js': created,
        'migrations/desk/20240101000000-rooms.js': created,
        'migrations/desk/20240102000000-deleted.js': added,
        ...more,
      })
      linkModules(root)
      await connected(database(), (sequelize) =>
        sequelize.query('CREATE TABLE rooms (id INTEGER, createdAt DATETIME, updatedAt DATETIME)'),
      )
      const { code, out, err } = await type(
        root,
        'check models/desk --evidence database --sequelize models/desk/index.js --format json',
      )
      expect([code, err]).toEqual([1, ''])
      const { findings } = JSON.parse(out) as { findings: { rule: string; hint: string }[] }
      expect(findings.map(({ rule, hint: said }) => [rule, said])).toEqual([['pending', hint]])
    })
  }),
)
