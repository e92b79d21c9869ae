/** What could not be searched, read or parsed: the other files are handled all the same. */

import type { Gathered } from './gather'
import { readText, slipsIn } from './io/reading'
import { faultsIn, type ModelsRead } from './models'
import type { Finding, Origin } from './types'

interface LookedThrough {
  gathered: Gathered
  overlay: Map<string, string>
  /** Of a file that is read for nothing else: whether it parses. */
  slips: Map<string, ModelsRead['faults']>
}

/** A file that can have no say; TypeScript's own compiler tells of its slips. */
const isNobodysConcern = (file: string, { concern }: Gathered): boolean =>
  concern !== undefined && !concern.asked.has(file) && /\.[cm]?tsx?$/.test(file)

/** Faults of files that were not read for their models. */
export async function faultsLeftUnread({
  gathered,
  overlay,
  slips,
}: LookedThrough): Promise<ModelsRead['faults']> {
  const { files, concern, reader } = gathered
  if (!concern) return []
  const left = files.filter((file) => !concern.read.has(file) && !isNobodysConcern(file, gathered))
  const unknown = left.filter((file) => !slips.has(file))
  const doubtful = new Set(await slipsIn(unknown, reader, overlay.size === 0))
  return left.flatMap((file) => {
    const found = slips.get(file) ?? (doubtful.has(file) ? faultsIn([file], reader) : [])
    slips.set(file, found)
    return found
  })
}

const START = { line: 1, column: 1, span: [0, 0] } as const

/** What could not be searched or read: the other files are handled all the same. */
export function withoutText({ files, problems, reader }: Gathered, overlay: Map<string, string>): Finding[] {
  // What was read has text; only of the others, and of those that were not read from the disk, the disk is asked.
  const doubtful = files.filter((file) => overlay.has(file) || reader.read(file) === undefined)
  const notText = doubtful.flatMap((file) => {
    const text = readText(file)
    return 'problem' in text
      ? [found({ file, ...START }, text.problem, 'Leave it out with --ignore, or mend it.')]
      : []
  })
  return [...problems.map(({ file, what, todo }) => found({ file, ...START }, what, todo)), ...notText]
}

/** @param left faults of files that were not read for their models */
export const unparsable = (
  gathered: Gathered,
  { faults }: ModelsRead,
  left: ModelsRead['faults'],
): Finding[] =>
  [
    ...faults.filter(({ file }) => !isNobodysConcern(file, gathered)),
    ...left.filter(({ file }) => !faults.some((one) => one.file === file)),
  ].map(({ fault }) => found(fault.at, fault.says, 'Mend the file, or leave it out with --ignore.'))

const found = (origin: Origin, message: string, hint: string): Finding => ({
  rule: 'unreadable',
  severity: 'error',
  model: null,
  message,
  hint,
  origin,
})
