/** Runs the project's migrations in order on a temporary database; a migration that fails does not stop the others. */

import { readFileSync } from 'node:fs'
import path from 'node:path'
import { atWork } from './at-work'
import type { Connection } from './connect'
import { attempted } from './failure'
import { fieldsOf } from './foreign'
import { isolate } from './isolate'
import { load, mainOf } from './load'
import { type FoundOptions, findOptions } from './options'
import type { Services } from './protocol'
import { openScratch, type Scratch } from './scratch'
import { dialectOf, type Instance, librariesIn } from './sequelize'

type ReplayRequest = Parameters<Services['replay']>[0]
type Replayed = ReturnType<Services['replay']>

/** @returns also the connection to the resulting database; it ends with the process */
export async function replay({
  source,
  files,
  dialect,
  scratchUrl,
}: ReplayRequest): Promise<Replayed & { connection: Connection; end: Scratch['end'] }> {
  const found = await findOptions(source).catch((): FoundOptions => ({ options: {}, from: '' }))
  const { library, version } = librariesIn(source)[0]
  const scratch = await openScratch(library.Sequelize, {
    start: source.start,
    dialect: dialect ?? found.options.dialect ?? 'postgres',
    options: found.options,
    extensions: extensionsIn(files),
    ...(scratchUrl !== undefined && { url: scratchUrl }),
  })
  isolate(scratchUrl === undefined ? 'no socket' : 'a server')
  const failed: Replayed['failed'] = []
  for (const file of files) {
    const worked = await attempted(failed, file, () =>
      atWork(file, () => runOne(file, scratch.instance, library.Sequelize, version)),
    )
    if (!worked) await scratch.instance.query('ROLLBACK', {}).catch(() => undefined)
  }
  const about = {
    dialect: dialectOf(scratch.instance),
    environment: source.environment,
    from: scratch.server,
    sequelize: version,
    tls: false,
    warnings: [],
    journal: { storage: 'none' as const, table: { name: 'SequelizeMeta' } },
  }
  const { instance, end } = scratch
  return {
    about,
    failed,
    connection: { about, instance, another: () => instance, project: instance, libraries: [library] },
    end,
  }
}

const EXTENSION = /create\s+extension\s+(?:if\s+not\s+exists\s+)?\\?["']?([\w-]+)/gi

const extensionsIn = (files: string[]): string[] => [
  ...new Set(
    files.flatMap((file) => [...readFileSync(file, 'utf8').matchAll(EXTENSION)].map(([, name = '']) => name)),
  ),
]

interface Migration {
  up(...args: unknown[]): unknown
}

const isMigration = (value: unknown): value is Migration => typeof fieldsOf(value).up === 'function'

async function runOne(file: string, instance: Instance, Sequelize: unknown, version: string): Promise<void> {
  if (/\.sql$/i.test(file)) {
    await instance.query(readFileSync(file, 'utf8'), {})
    return
  }
  const exports = await load(file)
  const migration = [mainOf(exports), exports].find(isMigration)
  if (!migration) throw new Error('it exports no up')
  await migration.up(
    queryInterfaceOf(instance, file, version),
    Number.parseInt(version, 10) >= 7 ? instance : Sequelize,
  )
}

/** sequelize-cli passes a queryInterface, umzug 3 an object that holds it as `context`; this object is both. */
function queryInterfaceOf(instance: Instance, file: string, version: string): object {
  const own = instance.queryInterface ?? instance.getQueryInterface?.()
  if (!own) throw new Error('this Sequelize makes no queryInterface')
  if (Number.parseInt(version, 10) >= 7) return own
  return Object.assign(Object.create(own), { context: own, name: path.basename(file), path: file })
}
