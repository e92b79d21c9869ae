/** The advice on uniques, taken on real databases: what it says is so before, and no longer so after. */

import { DataTypes } from 'sequelize'
import { dialectOr } from '../../src/dialects'
import { databaseNames, describeOn } from '../helpers/databases'
import { connected } from '../helpers/databases/catalog'
import { usingDatabase } from '../helpers/databases/emitted'

/** As odd as Sequelize itself can make them: it strips the quotes of the database. */
const names = { table: 'User; table', email: 'e-Mail; --', city: 'city', deleted: 'deleted At' }

test('quotes in names are doubled', () => {
  const wanted = { table: { schema: 'a"b', name: 'c"d' }, columns: ['e"f'], deleted: 'g"h', isFirst: true }
  expect(dialectOr('postgres').uniques.live(wanted)).toBe(
    'CREATE UNIQUE INDEX "c""d_e""f_live" ON "a""b"."c""d" ("e""f") WHERE "g""h" IS NULL;',
  )
  expect(
    dialectOr('mysql').uniques.live({
      table: { name: 'c`d' },
      columns: ['e`f'],
      deleted: 'g`h',
      isFirst: false,
    }),
  ).toBe('ALTER TABLE `c``d` ADD UNIQUE INDEX `c``d_e``f_live` (`e``f`, `is_live`);')
  expect(
    dialectOr('mssql').uniques.live({
      table: { name: 'c]d' },
      columns: ['e]f'],
      deleted: 'g',
      isFirst: true,
    }),
  ).toBe('CREATE UNIQUE INDEX [c]]d_e]]f_live] ON [c]]d] ([e]]f]) WHERE [g] IS NULL;')
})

describe.each(databaseNames)('uniques', (name) => {
  describeOn(
    name,
    'and soft-deleted rows',
    usingDatabase(name, (database) => {
      it('block until the advice is taken; live rows stay apart', async () => {
        const { dialect } = database()
        await connected(database(), async (sequelize) => {
          const User = sequelize.define(
            'User',
            {
              email: { type: DataTypes.STRING(50), field: names.email },
              city: { type: DataTypes.STRING(50), field: names.city },
              deletedAt: { type: DataTypes.DATE, field: names.deleted },
            },
            { tableName: names.table, paranoid: true, createdAt: false, updatedAt: false },
          )
          await User.sync()
          const queries = sequelize.getQueryInterface()
          await queries.addIndex(names.table, [names.email], { unique: true, name: 'emails' })
          await queries.addIndex(names.table, [names.city], { unique: true, name: 'cities' })
          const row = { email: 'a@b.c', city: 'Ulm' }
          await (await User.create(row)).destroy()
          await expect(User.create(row)).rejects.toThrow()

          for (const [index, column] of [names.email, names.city].entries()) {
            const wanted = { table: { name: names.table }, columns: [column], deleted: names.deleted }
            await sequelize.query(dialectOr(dialect).uniques.live({ ...wanted, isFirst: index === 0 }))
            await queries.removeIndex(names.table, index === 0 ? 'emails' : 'cities')
          }
          await (await User.create(row)).destroy()
          await User.create(row)
          await expect(User.create({ ...row, city: 'Bonn' })).rejects.toThrow()
          await expect(User.create({ ...row, email: 'b@b.c' })).rejects.toThrow()
          expect(await User.count({ paranoid: false })).toBe(3)
        })
      })

      it('with the deletion time keep no two live rows apart', async () => {
        await connected(database(), async (sequelize) => {
          const User = sequelize.define(
            'User',
            { email: DataTypes.STRING(50) },
            {
              tableName: 'users',
              paranoid: true,
              createdAt: false,
              updatedAt: false,
              indexes: [{ unique: true, fields: ['email', 'deletedAt'] }],
            },
          )
          await User.sync()
          await User.create({ email: 'a@b.c' })
          await expect(User.create({ email: 'a@b.c' })).resolves.toBeDefined()
        })
      })
    }),
  )
})
