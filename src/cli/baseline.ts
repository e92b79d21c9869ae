/** Reads the baseline that the options name, or the one that lies in the working directory. */

import path from 'node:path'
import { readBaseline } from '../accepting'
import { UserError } from '../errors'
import { toolCommand } from '../io/project'
import { isThere } from '../io/reading'
import { BASELINE } from '../our-names'
import type { FileSource, Settings } from '../types'

interface Asked {
  paths?: (string | number)[]
  baseline?: string
  noBaseline?: boolean
  writeBaseline?: boolean
  pruneBaseline?: boolean
}

/** @throws UserError if the file cannot be read, or the options contradict each other */
export function baselineFrom(
  asked: Asked,
  cwd: string,
  source: () => FileSource,
): Pick<Settings, 'baseline' | 'baselineFile' | 'baselineWork'> {
  const { baseline: named, noBaseline, writeBaseline, pruneBaseline } = asked
  checkOne(asked)
  const file = path.resolve(cwd, named ?? BASELINE)
  if (noBaseline) return {}
  const work = writeBaseline ? 'write' : pruneBaseline ? 'prune' : undefined
  const given = { baselineFile: file, ...(work && ({ baselineWork: work } as const)) }
  const shown = path.relative(cwd, file).split(path.sep).join('/')
  const writing = `${toolCommand(cwd)} check --write-baseline${named === undefined ? '' : ` --baseline ${shown}`}`
  if (isThere(file) && source().kind(file) !== undefined) {
    const text = source().text(file)
    const read = 'text' in text ? readBaseline(text.text) : { fault: text.problem.replace(/\.$/, '') }
    if ('entries' in read) return { ...given, baseline: read.entries }
    // What is written of all models takes nothing over from the old one.
    if (work === 'write' && !asked.paths?.length && 'text' in text) return given
    throw new UserError(
      `The baseline ${shown} cannot be read: ${read.fault}.`,
      `Mend it, or write it anew: ${writing}.`,
    )
  }
  if (work !== 'write' && (work === 'prune' || named !== undefined))
    throw new UserError(`There is no baseline ${shown}.`, `Write it: ${writing}.`)
  return given
}

function checkOne({ baseline, noBaseline, writeBaseline, pruneBaseline }: Asked): void {
  const others = {
    '--baseline': baseline !== undefined,
    '--write-baseline': writeBaseline,
    '--prune-baseline': pruneBaseline,
  }
  const [first] = Object.entries(others).flatMap(([name, isGiven]) => (isGiven ? [name] : []))
  if (noBaseline && first !== undefined)
    throw new UserError(`--no-baseline and ${first} contradict each other.`, 'Give one of them.')
  if (writeBaseline && pruneBaseline)
    throw new UserError(
      '--write-baseline and --prune-baseline contradict each other.',
      'Prune it, or write it anew: what is written anew has nothing to prune.',
    )
}
