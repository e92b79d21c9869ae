/**
 * The migrations for CockroachDB, of which no server can be had here: they run on PostgreSQL, for they keep to what both
 * know. That CockroachDB takes them is not proven.
 */

import fs from 'node:fs'
import path from 'node:path'
import { fillSql } from '../../src/repairs/sql-template'
import { describeOn } from '../helpers/databases'
import { columnsOf, indexesOf } from '../helpers/databases/catalog'
import {
  creating,
  filled,
  findAll,
  indexMigration,
  migration,
  project,
  provesItself,
  ran,
  sessions,
  sql,
  usingDatabase,
} from '../helpers/databases/emitted'

const names = { ...sessions, index: 'sessions_deleted_at' }
const column = filled(sessions, 'add-column.cockroachdb.cjs')
const index = filled({ ...names, migration: indexMigration }, 'add-index.cockroachdb.cjs')

describeOn(
  'postgres',
  'the migrations for CockroachDB, as far as PostgreSQL knows the same',
  usingDatabase('postgres', (database) => {
    it('add the column and the index, each in no transaction, and take them back', async () => {
      await provesItself(database(), names, project(database(), [creating(names.table)], [column, index]))
    })

    it('leave alone what is there already, and what others made', async () => {
      await sql(database(), 'CREATE TABLE "Sessions" (id int, "deletedAt" timestamptz)')
      expect(await ran(database(), column, 'up')).toEqual([
        `${migration}: deletedAt is there already, it stays as it is`,
      ])
      expect(await ran(database(), column, 'down')).toEqual([
        `${migration}: deletedAt is not marked as added here, it stays as it is`,
      ])
      expect(await columnsOf(database(), names.table)).toEqual(['id', 'deletedAt'])
      await sql(database(), 'CREATE INDEX sessions_deleted_at ON "Sessions" ("deletedAt")')
      expect(await ran(database(), index, 'up')).toEqual([
        `${indexMigration}: sessions_deleted_at is there already, it stays as it is`,
      ])
      expect(await ran(database(), index, 'down')).toEqual([
        `${indexMigration}: sessions_deleted_at is not marked as added here, it stays as it is`,
      ])
      expect(await indexesOf(database(), names.table)).toEqual(['sessions_deleted_at'])
    })

    it('bring no deleted row back to life unless they are told to', async () => {
      await sql(database(), 'CREATE TABLE "Sessions" (id int, name text)')
      await ran(database(), column, 'up')
      await sql(database(), 'INSERT INTO "Sessions" VALUES (1, \'a\', now())')
      await expect(ran(database(), column, 'down')).rejects.toThrow('1 soft-deleted rows would come back')
      expect(await ran(database(), column, 'down', { DELETEDAT_ALLOW_DATA_LOSS: '1' })).toEqual([
        `${migration}: with deletedAt go 1 deletion times`,
      ])
    })

    it('in SQL: they can be run again, and taken back', async () => {
      await sql(database(), 'CREATE TABLE "Sessions" (id int, name text)')
      const text = (name: string) => {
        const file = path.join(__dirname, '../../templates', `${name}.cockroachdb.sql`)
        return fillSql({ text: fs.readFileSync(file, 'utf8') }, { ...sessions, migration })
      }
      await sql(database(), text('add-column'))
      await sql(database(), text('add-column'))
      expect(await findAll(database(), sessions)).toEqual([])
      await sql(database(), text('drop-column'))
      expect(await columnsOf(database(), names.table)).toEqual(['id', 'name'])
    })
  }),
)
