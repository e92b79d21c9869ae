/** Writes a whole file anew, atomically: whoever reads it finds the old text or the new one. */

import { randomBytes } from 'node:crypto'
import { chmodSync, realpathSync, type Stats, statSync, unlinkSync } from 'node:fs'
import path from 'node:path'
import { asError, UserError } from '../../errors'
import { beside, makeFolder, quietly } from './anchor'
import { place } from './planned'
import { targetOf } from './target'
import { moveOver, writeAside } from './whole'

/**
 * @param cwd the project; a file outside of it is refused
 * @throws UserError if the file cannot be written
 */
export function replaceFile(file: string, text: string, cwd: string, isProgram = false): void {
  const root = realpathSync(cwd)
  const target = targetOf(file, root)
  try {
    makeFolder(root, path.dirname(target))
    beside(root, target, ({ at, flush }, name) => {
      const aside = at(`.deletedat-p${process.pid}-${randomBytes(4).toString('hex')}.tmp`)
      writeAside(aside, Buffer.from(text), statsOf(at(name)))
      try {
        if (isProgram) chmodSync(aside, 0o755)
        moveOver(aside, at(name))
      } catch (error) {
        quietly(() => unlinkSync(aside))
        throw error
      }
      flush()
    })
  } catch (error) {
    throw new UserError(
      `${path.basename(file)} cannot be written. ${asError(error).message}`,
      'Check that the folder can be written to, and that the name is no folder.',
      place(file),
    )
  }
}

/**
 * Writes all files, or none: what was written before a failure is put back.
 * @throws UserError
 */
export function replaceAll(
  files: { file: string; before?: string; after: string; isProgram?: boolean }[],
  cwd: string,
): void {
  const written: typeof files = []
  try {
    for (const one of files) {
      replaceFile(one.file, one.after, cwd, one.isProgram)
      written.push(one)
    }
  } catch (error) {
    for (const { file, before } of written)
      quietly(() => (before === undefined ? unlinkSync(file) : replaceFile(file, before, cwd)))
    throw error
  }
}

const statsOf = (file: string): Stats | undefined => statSync(file, { throwIfNoEntry: false })
