/** Reads .sequelizerc without running it. */

import path from 'node:path'
import { createMachine, type Machine, type Reader, type RValue } from '../ast'
import { isObject, isUnknown } from '../values'

interface Rc {
  /** Absolute. */
  migrations?: string
  models?: string
  config?: string
  /** The reason why the folder of migrations is unknown. */
  unread?: string
}

/** @param start the folder where sequelize-cli runs. @returns undefined if there is no .sequelizerc */
export const readRc = (start: string, reader: Reader): Rc | undefined =>
  readRcFile(path.join(start, '.sequelizerc'), start, reader)

/** @param file absolute: .sequelizerc, or the file that --options-path names */
export function readRcFile(file: string, start: string, reader: Reader): Rc | undefined {
  if (!reader.isFile(file)) return undefined
  const m = createMachine(reader, {}, start)
  if (!m.module(file)) return { unread: m.faults.get(file)?.message ?? 'it is not readable' }
  const whole = m.force({ kind: 'ref', module: file, file, path: [], text: file })
  const inside = isObject(whole) ? whole.entries.get('default')?.value : undefined
  return { ...settingIn(inside ?? whole, m), ...settingIn(whole, m) }
}

function settingIn(value: RValue, m: Machine): Rc {
  if (!isObject(value)) return {}
  const read = (key: string) => m.force(value.entries.get(key)?.value)
  const folder = read('migrations-path') ?? read('migrationsPath')
  const models = read('models-path') ?? read('modelsPath')
  const config = read('config')
  const absolute = (one: string) => path.resolve(m.root, one)
  return {
    ...(typeof folder === 'string' && { migrations: absolute(folder) }),
    ...(typeof models === 'string' && { models: absolute(models) }),
    ...(typeof config === 'string' && { config: absolute(config) }),
    ...(folder !== undefined && typeof folder !== 'string' && { unread: whyUnread(folder) }),
  }
}

const whyUnread = (value: RValue): string =>
  isUnknown(value) ? value.why : 'its value is no text that can be read'
