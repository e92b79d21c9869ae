/** Turns a plan into bytes: the files to create and to rewrite, with their real paths. */

import { UserError } from '../../errors'
import type { Encoding, Plan, Planned } from '../../types'
import { encoded, readText } from '../reading'
import { changedMeanwhile, place, plannedFiles } from './planned'
import { targetOf } from './target'

export interface Rewrite {
  /** Real absolute path. */
  file: string
  before: Buffer
  after: Buffer
}

export interface Creation {
  file: string
  after: Buffer
}

export interface Tasks {
  creations: Creation[]
  rewrites: Rewrite[]
}

/**
 * @param proven files that an earlier reading proved the plan with; their text must not have changed since
 * @throws UserError when a file has changed since it was read, or may not be written
 */
export function tasksOf(plan: Plan, cwd: string, proven: Planned[] = []): Tasks {
  const encodings = new Map<string, Encoding>()
  const targets = new Map<string, string>()
  const texts = new Map(proven.map(({ file, before }) => [file, before]))
  const planned = plannedFiles(
    plan.repaired.flatMap(({ edits }) => edits),
    (file) => {
      const target = targetOf(file, cwd)
      targets.set(file, target)
      const text = readText(target)
      if ('problem' in text) return undefined
      if ((texts.get(file) ?? text.text) !== text.text) throw changedMeanwhile(file)
      encodings.set(file, text.encoding)
      return text.text
    },
  )
  const creations: Creation[] = []
  const rewrites: Rewrite[] = []
  for (const { file, before, after } of planned) {
    const target = targets.get(file) ?? targetOf(file, cwd)
    const encoding = encodings.get(file) ?? 'utf8'
    if (before === undefined) creations.push({ file: target, after: Buffer.from(after) })
    else
      rewrites.push({
        file: target,
        before: encoded(before, encoding),
        after: encode(after, encoding, file),
      })
  }
  return { creations, rewrites }
}

function encode(text: string, encoding: Encoding, file: string): Buffer {
  const bytes = encoded(text, encoding)
  const isWide = encoding === 'utf16le' || encoding === 'utf16be'
  if (isWide || bytes.toString(encoding) === text) return bytes
  throw new UserError(
    'This file is no UTF-8 and cannot hold the new name.',
    'Save it as UTF-8 and run the command again.',
    place(file),
  )
}
