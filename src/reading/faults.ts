/** Reports files that could not be searched, read or parsed. They do not stop the work on other files. */

import { disk } from '../io/reading'
import type { ModelsRead } from '../models'
import type { FileSource, Finding, Origin } from '../types'
import type { Sources } from './sources'

const START = { line: 1, column: 1, span: [0, 0] } as const

/** Reports paths that could not be searched, and files that could not be read as text. */
export function withoutText(
  { files, problems, reader }: Sources,
  overlay: Map<string, string>,
  source: FileSource = disk,
): Finding[] {
  const doubtful = files.filter((file) => overlay.has(file) || reader.read(file) === undefined)
  const notText = doubtful.flatMap((file) => {
    const text = source.text(file)
    return 'problem' in text
      ? [found({ file, ...START }, text.problem, 'Leave it out with --ignore, or mend it.')]
      : []
  })
  return [...problems.map(({ file, what, todo }) => found({ file, ...START }, what, todo)), ...notText]
}

/** Matches words that a model file contains. A file without them defines no model. */
const NAMES_A_MODEL = /sequelize|paranoid|deletedAt|DataTypes|@Table\b/i

interface Unparsed {
  findings: Finding[]
  notes: string[]
}

/** Reports unparsable files: a finding for each that names a model or that a model needs, one note for the others. */
export function unparsable({ faults, needed }: ModelsRead, { reader }: Sources): Unparsed {
  const matters = ({ file }: (typeof faults)[number]) =>
    needed.has(file) || NAMES_A_MODEL.test(reader.read(file) ?? '')
  const others = faults.filter((one) => !matters(one))
  return {
    findings: faults
      .filter(matters)
      .map(({ fault }) => found(fault.at, fault.says, 'Mend the file, or leave it out with --ignore.')),
    notes: [
      ...noteOf(
        others.filter(({ fault }) => !fault.parses).length,
        '1 file does not parse; it names no model.',
        (count) => `${count} files do not parse; none of them names a model.`,
      ),
      ...noteOf(
        others.filter(({ fault }) => fault.parses).length,
        '1 file is not read to its end; it names no model.',
        (count) => `${count} files are not read to their end; none of them names a model.`,
      ),
    ],
  }
}

const noteOf = (count: number, one: string, several: (count: number) => string): string[] =>
  count === 0 ? [] : [count === 1 ? one : several(count)]

const found = (origin: Origin, message: string, hint: string): Finding => ({
  rule: 'unreadable',
  severity: 'error',
  model: null,
  message,
  hint,
  origin,
})
