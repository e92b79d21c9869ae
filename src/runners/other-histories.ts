/** Finds further folders of migrations in option files of sequelize-cli and in scripts that run it. */

import path from 'node:path'
import type { Reader } from '../ast'
import type { StartedBy } from '../types'
import { readRcFile } from './rc'

interface NamedHistory {
  /** Absolute. */
  folder: string
  models?: string
  startedBy?: StartedBy
}

/** @param start the folder where sequelize-cli runs. @returns the history of .sequelizerc first, [] if it is alone */
export function otherHistories(start: string, reader: Reader): NamedHistory[] {
  const named = [...byOptionFiles(start, reader), ...byScripts(start, reader)]
  const own = fromFile(path.join(start, '.sequelizerc'), start, reader)
  return named.length ? [...own, ...named] : []
}

const isOptionFile = (name: string): boolean => /sequelizerc/.test(name) && name !== '.sequelizerc'

const byOptionFiles = (start: string, reader: Reader): NamedHistory[] =>
  (reader.list(start) ?? [])
    .filter((name) => isOptionFile(name) && reader.isFile(path.join(start, name)))
    .flatMap((name) => fromFile(path.join(start, name), start, reader, { options: name }))

function fromFile(file: string, start: string, reader: Reader, startedBy?: StartedBy): NamedHistory[] {
  const rc = readRcFile(file, start, reader)
  if (rc?.migrations === undefined) return []
  const { migrations: folder, models } = rc
  return [{ folder, ...(models !== undefined && { models }), ...(startedBy && { startedBy }) }]
}

/** Reads `sequelize db:migrate --migrations-path db/tenant/migrations --options-path .tenantrc`. */
function byScripts(start: string, reader: Reader): NamedHistory[] {
  return Object.entries(scriptsOf(reader.read(path.join(start, 'package.json')))).flatMap(
    ([script, text]) => {
      if (!/\bsequelize(-cli)?\b.*\bdb:migrate(?![:\w])/.test(text)) return []
      const option = (name: string) => new RegExp(`--${name}[= ]["']?([^\\s"']+)`).exec(text)?.[1]
      const [folder, models, options] = ['migrations-path', 'models-path', 'options-path'].map(option)
      if (folder === undefined)
        return options ? fromFile(path.resolve(start, options), start, reader, { script }) : []
      const at = (one: string) => path.resolve(start, one)
      return [
        { folder: at(folder), ...(models !== undefined && { models: at(models) }), startedBy: { script } },
      ]
    },
  )
}

function scriptsOf(manifest = '{}'): Record<string, string> {
  try {
    const { scripts } = JSON.parse(manifest) as { scripts?: Record<string, string> }
    return Object.fromEntries(Object.entries(scripts ?? {}).filter(([, text]) => typeof text === 'string'))
  } catch {
    return {}
  }
}
