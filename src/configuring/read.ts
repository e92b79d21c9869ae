/** Reads a config file as data: JSON, or code whose default export is a plain object. Nothing of it is run. */

import path from 'node:path'
import { createMachine, type Reader, type RValue, SyntaxFault, snapshot, startOf } from '../ast'
import { asError, type UserError } from '../errors'
import type { ConfigFile, ObjectValue } from '../types'
import { isObject, isUnknown } from '../values'
import { checkConfig } from './check'
import { fault } from './values'

/** The key in package.json. */
export const PACKAGE_KEY = 'deletedat-codemod'

/**
 * @param file absolute
 * @param formats the names of all formats
 * @throws UserError if the file cannot be read or says something that means nothing
 */
export function readConfig(file: string, reader: Reader, formats: string[]): ConfigFile {
  return { file, ...checkConfig(wholeOf(file, reader), formats) }
}

function wholeOf(file: string, reader: Reader): ObjectValue {
  if (file.endsWith('.json')) checkJson(file, reader)
  const m = createMachine(reader, {}, path.dirname(file))
  const module = m.module(file)
  const broken = m.faults.get(file)
  if (broken || !module)
    throw fault(
      `The config does not parse: ${broken?.message ?? 'it cannot be read'}.`,
      'Mend it.',
      broken instanceof SyntaxFault ? broken.at : startOf(file),
    )
  const exported = m.force({ kind: 'ref', module: file, file, path: [], text: file })
  const inside = isObject(exported) ? m.force(exported.entries.get('default')?.value) : undefined
  const isPackage = path.basename(file) === 'package.json'
  const given =
    isPackage && isObject(exported) ? exported.entries.get(PACKAGE_KEY)?.value : (inside ?? exported)
  if (
    given === exported &&
    isObject(exported) &&
    !exported.entries.size &&
    !exported.open &&
    !file.endsWith('.json')
  )
    throw fault(
      'The config exports nothing.',
      'Write it as its default export: export default { … }.',
      startOf(file),
    )
  const whole = snapshot(m.force(given), m)
  if (isObject(whole) && !whole.open) return whole
  throw notPlain(m.force(given), file)
}

function notPlain(value: RValue, file: string): UserError {
  const open = isObject(value) ? value.open : isUnknown(value) ? value : undefined
  return fault(
    `The config is no plain object${open ? `: ${open.why}` : ''}.`,
    'Its default export must be data that can be read: no code of the project is run. A .json file will do.',
    open?.at ?? startOf(file),
  )
}

/** The interpreter takes more than JSON for JSON. */
function checkJson(file: string, reader: Reader): void {
  try {
    JSON.parse((reader.read(file) ?? '').replace(/^\ufeff/, ''))
  } catch (error) {
    throw fault(`The config is no JSON: ${asError(error).message}.`, 'Mend it.', startOf(file))
  }
}
