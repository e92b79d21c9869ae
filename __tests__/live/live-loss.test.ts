/** Taking a column away with soft-deleted rows in it: refused, and told what was lost where it is meant. */

import { type } from '../helpers/command'
import { describeOn, type TestDatabase } from '../helpers/databases'
import { columnsOf, connected } from '../helpers/databases/catalog'
import { rowsIn, usingDatabase } from '../helpers/databases/emitted'
import { driftingProject } from '../helpers/databases/live-project'
import { sequelizeCli } from '../helpers/databases/sequelize-cli'

const MANY = 100_000

/** As many rows as a real table has, a tenth of them soft-deleted. */
const filled: Record<TestDatabase['dialect'], string> = {
  postgres: `INSERT INTO sessions (title, "createdAt", "updatedAt", "deletedAt")
    SELECT 't' || n, now(), now(), CASE WHEN n % 10 = 0 THEN now() END FROM generate_series(1, ${MANY}) n`,
  mysql: `INSERT INTO sessions (title, createdAt, updatedAt, deletedAt)
    SELECT CONCAT('t', seq), NOW(), NOW(), IF(seq % 10 = 0, NOW(), NULL) FROM seq_1_to_${MANY}`,
  sqlite: `INSERT INTO sessions (title, createdAt, updatedAt, deletedAt)
    WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < ${MANY})
    SELECT 't' || n, 'x', 'x', CASE WHEN n % 10 = 0 THEN 'x' END FROM c`,
}

describe.each(['postgres', 'mariadb', 'sqlite'] as const)('soft-deleted rows', (name) => {
  describeOn(
    name,
    'as the column goes',
    usingDatabase(name, (database) => {
      it('are not brought back to life unless it is meant; what refers to the table stays', async () => {
        const root = driftingProject(database())
        expect(await type(root, 'models --yes')).toMatchObject({ code: 0 })
        expect(await type(root, 'deploy models')).toMatchObject({ code: 0 })
        await connected(database(), (sequelize) => sequelize.query(filled[database().dialect]))

        const refused = await type(root, 'rollback models --force')
        expect(refused).toMatchObject({ code: 2, out: '' })
        expect(refused.err).toContain('10000 rows of this table are soft-deleted')
        expect(refused.err).toContain('--allow-data-loss')
        expect(await columnsOf(database(), { name: 'sessions' })).toContain('deletedAt')

        const told = await type(root, 'rollback models --force --allow-data-loss')
        expect(told.code).toBe(0)
        expect(told.out).toContain('"deletedAt" is gone, and with it 10000 deletion times')
        expect(await columnsOf(database(), { name: 'sessions' })).not.toContain('deletedAt')
        expect(await rowsIn(database(), 'sessions')).toBe(MANY + 2)
        expect(await rowsIn(database(), 'bookings')).toBe(2)
        expect(sequelizeCli(root, 'db:migrate:status').output).not.toContain('deletedat')
      })
    }),
  )
})
