/** What could not be searched, read or parsed: the other files are handled all the same. */

import { readText } from '../io/reading'
import type { ModelsRead } from '../models'
import type { Finding, Origin } from '../types'
import type { Sources } from './sources'

const START = { line: 1, column: 1, span: [0, 0] } as const

/** Paths that could not be searched, and files that have no text. */
export function withoutText({ files, problems, reader }: Sources, overlay: Map<string, string>): Finding[] {
  const doubtful = files.filter((file) => overlay.has(file) || reader.read(file) === undefined)
  const notText = doubtful.flatMap((file) => {
    const text = readText(file)
    return 'problem' in text
      ? [found({ file, ...START }, text.problem, 'Leave it out with --ignore, or mend it.')]
      : []
  })
  return [...problems.map(({ file, what, todo }) => found({ file, ...START }, what, todo)), ...notText]
}

/** A word of a model; a file without one has no say of its own. */
const NAMES_A_MODEL = /sequelize|paranoid|deletedAt|DataTypes|@Table\b/i

interface Unparsed {
  findings: Finding[]
  notes: string[]
}

/** Files that do not parse: those that name a model or that one needs are findings, the others one note. */
export function unparsable({ faults, needed }: ModelsRead, { reader }: Sources): Unparsed {
  const matters = ({ file }: (typeof faults)[number]) =>
    needed.has(file) || NAMES_A_MODEL.test(reader.read(file) ?? '')
  const others = faults.filter((one) => !matters(one))
  return {
    findings: faults
      .filter(matters)
      .map(({ fault }) => found(fault.at, fault.says, 'Mend the file, or leave it out with --ignore.')),
    notes: others.length
      ? [
          `${others.length === 1 ? '1 file does' : `${others.length} files do`} not parse; none of them names a model.`,
        ]
      : [],
  }
}

const found = (origin: Origin, message: string, hint: string): Finding => ({
  rule: 'unreadable',
  severity: 'error',
  model: null,
  message,
  hint,
  origin,
})
