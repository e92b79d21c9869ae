/** The migrations for SQL Server, as text: Sequelize's own generator writes it, and no server reads it. */

import { Sequelize } from 'sequelize'
import { filled, indexMigration, loaded, migration, sessions } from '../helpers/databases/emitted'

const names = { ...sessions, index: 'sessions_deleted_at' }
const column = filled(sessions, 'add-column.mssql.cjs')
const index = filled({ ...names, migration: indexMigration }, 'add-index.mssql.cjs')

interface Sent {
  sent: string[]
  said: string[]
}

/** @param answer what the server would say to a statement */
async function sentBy(
  code: string,
  direction: 'up' | 'down',
  answer: (sql: string) => object[] = () => [],
  variables: Record<string, string> = {},
): Promise<Sent> {
  const sequelize = new Sequelize({ dialect: 'mssql', dialectModule: {}, logging: false })
  const sent: string[] = []
  const query = async (sql: string, { replacements }: { replacements?: Record<string, string> }) => {
    const written = sql.replace(/:(\w+)/g, (_, name) => sequelize.escape(replacements?.[name] ?? '?'))
    sent.push(written.replace(/\s+/g, ' '))
    return [answer(written)]
  }
  Object.assign(sequelize, { query, transaction: (work: (transaction: object) => unknown) => work({}) })
  const log = jest.spyOn(console, 'log').mockImplementation(() => {})
  try {
    await loaded(code, variables)[direction](sequelize.getQueryInterface(), Sequelize)
    return { sent, said: log.mock.calls.map(([text]) => text) }
  } finally {
    log.mockRestore()
  }
}

const isCatalog = (sql: string) => sql.startsWith('SELECT SCHEMA_NAME')
const there =
  (row: object, lost = 0) =>
  (sql: string) => {
    if (isCatalog(sql)) return [{ schema: 'app', ...row }]
    return sql.startsWith('SELECT count') ? [{ lost }] : []
  }
const ours = { there: 'deletedAt', mark: `Soft delete, added by ${migration}` }
const changes = ({ sent }: Sent) => sent.filter((sql) => !sql.startsWith('SELECT'))

test('up adds the column with its mark, waits a second for a lock, and resets that', async () => {
  expect(changes(await sentBy(column, 'up', there({ there: null, mark: null })))).toEqual([
    'SET LOCK_TIMEOUT 1000',
    'ALTER TABLE [app].[Sessions] ADD [deletedAt] DATETIMEOFFSET NULL;',
    `EXEC sp_addextendedproperty 'MS_Description', N'${ours.mark}', 'SCHEMA', N'app', 'TABLE', N'Sessions', 'COLUMN', N'deletedAt'`,
    'SET LOCK_TIMEOUT -1',
  ])
})

test('it asks for the table that the database finds', async () => {
  const { sent } = await sentBy(column, 'up', there(ours))
  expect(sent[0]).toMatch(/ FROM sys\.tables t .* WHERE t\.object_id = OBJECT_ID\(N'\[Sessions\]'\)$/)
  expect(sent.slice(1)).toEqual(['SET LOCK_TIMEOUT -1'])
})

test('a view, or no table, is refused', async () => {
  await expect(sentBy(column, 'up')).rejects.toThrow('[Sessions] is a view, or no table')
})

test('down drops what is marked, and says what uses it', async () => {
  const used = (sql: string) => (sql.includes('sys.indexes') ? [{ used: 'index own' }] : there(ours)(sql))
  const done = await sentBy(column, 'down', used)
  expect(changes(done)).toEqual([
    'SET LOCK_TIMEOUT 1000',
    'ALTER TABLE [app].[Sessions] DROP COLUMN [deletedAt]',
    'SET LOCK_TIMEOUT -1',
  ])
  expect(done.said).toEqual([
    `${migration}: index own may hold deletedAt, or need a refresh`,
    `${migration}: with deletedAt go 0 deletion times`,
  ])
})

test('down leaves what is not marked, and what is soft-deleted', async () => {
  expect(changes(await sentBy(column, 'down', there({ there: 'deletedAt', mark: 'Own' })))).toEqual([
    'SET LOCK_TIMEOUT -1',
  ])
  await expect(sentBy(column, 'down', there(ours, 3))).rejects.toThrow('3 soft-deleted rows would come back')
  const lost = await sentBy(column, 'down', there(ours, 3), { DELETEDAT_ALLOW_DATA_LOSS: '1' })
  expect(lost.said).toEqual([`${migration}: with deletedAt go 3 deletion times`])
})

test('a lock that is not given is asked for again', async () => {
  let refused = 0
  const locked = (sql: string) => {
    if (!sql.startsWith('ALTER') || refused++) return there({ there: null, mark: null })(sql)
    throw Object.assign(new Error('Lock request time out period exceeded.'), { parent: { number: 1222 } })
  }
  const { sent, said } = await sentBy(column, 'up', locked)
  expect(sent.filter((sql) => sql.startsWith('ALTER'))).toHaveLength(2)
  expect(said).toEqual(['[Sessions] is locked, again in 0.2 s (1 of DELETEDAT_LOCK_TRIES=10)'])
})

test('the index has its mark, and goes by it', async () => {
  const mark = `Soft delete, added by ${indexMigration}`
  expect(changes(await sentBy(index, 'up', there({ made: null, mark: null })))).toEqual([
    'SET LOCK_TIMEOUT 1000',
    'CREATE INDEX [sessions_deleted_at] ON [app].[Sessions] ([deletedAt])',
    `EXEC sp_addextendedproperty 'MS_Description', N'${mark}', 'SCHEMA', N'app', 'TABLE', N'Sessions', 'INDEX', N'sessions_deleted_at'`,
    'SET LOCK_TIMEOUT -1',
  ])
  expect(changes(await sentBy(index, 'down', there({ made: 'sessions_deleted_at', mark })))).toEqual([
    'SET LOCK_TIMEOUT 1000',
    'DROP INDEX [sessions_deleted_at] ON [app].[Sessions]',
    'SET LOCK_TIMEOUT -1',
  ])
  expect(
    changes(await sentBy(index, 'down', there({ made: 'sessions_deleted_at', mark: null }))),
  ).not.toContain('DROP INDEX [sessions_deleted_at] ON [app].[Sessions]')
})
