/** Creates new files atomically; their names must be free. */

import { randomBytes } from 'node:crypto'
import { readdirSync, unlinkSync } from 'node:fs'
import { beside, type HeldFolder, quietly } from './anchor'
import { isGone } from './owner'
import { moveTo, writeAside } from './whole'

/** @param root real path. @throws EEXIST and errors of the disk */
export function createIn(root: string, file: string, bytes: Buffer): void {
  beside(root, file, ({ at, flush }, name) => {
    const aside = at(`.deletedat-p${process.pid}-${randomBytes(4).toString('hex')}.tmp`)
    writeAside(aside, bytes)
    try {
      moveTo(aside, at(name))
    } catch (error) {
      quietly(() => unlinkSync(aside))
      throw error
    }
    flush()
  })
}

/** Creates all files or none. @throws EEXIST and errors of the disk */
export function createAll(root: string, files: { file: string; text: string }[]): void {
  const made: string[] = []
  try {
    for (const { file, text } of files) {
      createIn(root, file, Buffer.from(text))
      made.push(file)
    }
  } catch (error) {
    for (const file of made) quietly(() => beside(root, file, ({ at }, name) => unlinkSync(at(name))))
    throw error
  }
}

const ASIDE = /^\.deletedat-p(\d+)-[0-9a-f]{8}\.tmp$/

/** Removes temporary files of processes that were killed. */
export function sweep({ at }: HeldFolder): void {
  for (const name of readdirSync(at('.'))) {
    const [, owner] = ASIDE.exec(name) ?? []
    // This process has no such file while `sweep` runs.
    if (owner && (Number(owner) === process.pid || isGone(Number(owner)))) quietly(() => unlinkSync(at(name)))
  }
}
