/** The single steps of a run: each puts a file in its place, or restores the original. */

import { accessSync, constants, existsSync, readFileSync, statSync, unlinkSync } from 'node:fs'
import path from 'node:path'
import { beside, type HeldFolder, isFolder } from './anchor'
import { hashAt, hashIn, type Step } from './record'
import { free, linked, moveOver, moveTo, writeAside } from './whole'

/** Writes the new bytes beside the file. */
export function stage(root: string, { file, aside, kind }: Step, bytes: Buffer): void {
  beside(root, file, ({ at, flush }, name) => {
    // A read-only file may lie in a writable folder.
    if (kind === 'rewrite') accessSync(at(name), constants.W_OK)
    writeAside(at(path.basename(aside)), bytes, kind === 'rewrite' ? statSync(at(name)) : undefined)
    flush()
  })
}

/** Whether only moves are left to be done. */
export function isStaged(root: string, step: Step): boolean {
  const now = hashIn(root, step.file)
  if (now === step.after) return step.kind === 'migration' || hashIn(root, step.backup!) === step.before
  return now === (step.before ?? undefined) && hashIn(root, step.aside) === step.after
}

/** Puts the new bytes in place; can be repeated after an interruption. @throws errors of the disk, EEXIST, CHANGED */
export function settle(root: string, step: Step): void {
  beside(root, step.file, (held, name) => {
    if (step.kind === 'migration') settleNew(held, name, step)
    else settleOver(held, name, step)
    held.flush()
  })
}

function settleNew({ at }: HeldFolder, name: string, { aside, after }: Step): void {
  const laid = at(path.basename(aside))
  if (!existsSync(laid) && hashAt(at(name)) === after) return
  if (isSame(laid, at(name))) unlinkSync(laid)
  else moveTo(laid, at(name))
}

function settleOver({ at }: HeldFolder, name: string, { aside, backup, before, after }: Step): void {
  const laid = at(path.basename(aside))
  if (!existsSync(laid) && hashAt(at(name)) === after) return
  const kept = at(path.basename(backup!))
  if (hashAt(at(name)) !== before) throw changed(name)
  if (hashAt(kept) !== before) keep(at(name), kept, before!)
  if (hashAt(kept) !== before || hashAt(at(name)) !== before) throw changed(name)
  moveOver(laid, at(name))
  if (hashAt(kept) === before) return
  // An editor wrote into the old file in the last moment; the backup is that file.
  moveOver(kept, at(name))
  throw changed(name)
}

/** Makes the backup a hard link to the old file, which takes no space and keeps all its attributes. */
function keep(file: string, backup: string, before: string): void {
  if (linked(file, backup)) return
  const aside = asideOf(backup)
  if (existsSync(aside)) unlinkSync(aside)
  writeAside(aside, readFileSync(file), statSync(file))
  if (hashAt(aside) === before) moveOver(aside, free(backup))
}

/** Temporary name of a backup on a disk without hard links: the backup is a copy and gets its name once complete. */
const asideOf = (backup: string): string => `${backup}.deletedat-tmp`

/** Restores the original file without taking disk space. @returns the obstacle, if any */
export function unsettle(root: string, step: Step): string | undefined {
  if (!isFolder(path.dirname(step.file))) return undefined
  return beside(root, step.file, (held, name) => {
    const left = step.kind === 'migration' ? unsettleNew(held, name, step) : unsettleOver(held, name, step)
    const laid = [step.aside, ...(step.backup ? [asideOf(step.backup)] : [])]
    for (const one of laid.map((file) => held.at(path.basename(file)))) if (existsSync(one)) unlinkSync(one)
    held.flush()
    return left
  })
}

const CHANGED_SINCE = 'was changed since'

/** Leaves a file of the same name alone if another program created it, and gives one back that an editor has saved. */
function unsettleNew({ at }: HeldFolder, name: string, { aside, after }: Step): string | undefined {
  const [file, laid] = [at(name), at(path.basename(aside))]
  if (existsSync(laid)) {
    if (!isSame(laid, file)) return undefined
    unlinkSync(laid)
  }
  if (hashAt(file) !== after) return undefined
  moveOver(file, laid)
  if (hashAt(laid) === after) return undefined
  moveTo(laid, file)
  return CHANGED_SINCE
}

/** Removes a backup only after the file was read and equals the original. */
function unsettleOver({ at }: HeldFolder, name: string, step: Step): string | undefined {
  const { backup, before, after } = step
  const [file, kept] = [at(name), at(path.basename(backup!))]
  if (isSame(file, kept)) {
    unlinkSync(kept)
    return undefined
  }
  const now = hashAt(file)
  if (now === before) {
    if (hashAt(kept) === before) unlinkSync(kept)
    return undefined
  }
  if (now !== after) return CHANGED_SINCE
  if (hashAt(kept) !== before) return 'has no backup that is what it was'
  return putOver(file, kept, at(path.basename(step.aside)), after)
}

/** Holds the file by another name, until it is known that no editor has written into it. */
function putOver(file: string, kept: string, held: string, after: string): string | undefined {
  if (existsSync(held)) unlinkSync(held)
  const isHeld = linked(file, held)
  if (hashAt(file) !== after) return CHANGED_SINCE
  moveOver(kept, file)
  if (!isHeld || hashAt(held) === after) return undefined
  linked(file, kept)
  moveOver(held, file)
  return CHANGED_SINCE
}

/** Whether both names belong to the same file. */
function isSame(one: string, other: string): boolean {
  if (!existsSync(one) || !existsSync(other)) return false
  const [first, second] = [one, other].map((file) => statSync(file, { bigint: true }))
  return first!.ino === second!.ino && first!.dev === second!.dev
}

const changed = (name: string): Error =>
  Object.assign(new Error(`${name} was changed meanwhile`), { code: 'CHANGED' })
