/** Lists the kinds of findings in the order of the report. To add a kind, add its name to `Rule` and an entry here. */

import type { Finding, Rule } from './types'
import { tableText } from './values'

interface FindingKind {
  /** One sentence that describes every finding of this kind. */
  means: string
  /** The state of the column, as `doctor` prints it; absent if the finding concerns no model. */
  column?: string
}

export const findingKinds: Record<Rule, FindingKind> = {
  unreadable: { means: 'The file cannot be read.' },
  'missing-column': {
    means: 'The model is paranoid, and its table lacks the column.',
    column: 'not there',
  },
  'misnamed-column': {
    means: 'The column is there under another name than the model asks for.',
    column: 'there under another name',
  },
  'missing-table': {
    means: 'The table of the model is not in the database.',
    column: 'the table is not there',
  },
  pending: {
    means: 'A migration makes the column, and the database has not run it.',
    column: 'not there yet',
  },
  'wrong-type': {
    means: 'The column cannot hold a deletion time.',
    column: 'there, and cannot hold a deletion time',
  },
  'broken-paranoid': {
    means: 'Paranoid is set so that every query throws or matches nothing.',
    column: 'no column would help',
  },
  'inert-paranoid': {
    means: 'Timestamps are off, so paranoid does nothing.',
    column: 'none is used, for timestamps are off',
  },
  undecided: { means: 'The options of the model cannot be read.', column: 'cannot be told' },
  unproven: { means: 'Nothing shows what columns the table has.', column: 'cannot be told' },
  'unused-ignore': { means: 'A comment accepts a finding that is not there.' },
}

/**
 * Identifies a finding across runs: `missing-column|services/shop|Session|app.sessions`. It has no line and no file of
 * a model, so it survives edits and moves. A finding about a file has the file in the place of the model.
 * @param shown returns how a file is shown
 */
export const fingerprint = (
  { rule, database, model, table, origin }: Finding,
  shown: (file: string) => string,
): string =>
  [rule, database ?? '', model ?? shown(origin.file), table ? tableText(table) : '']
    .map((part) => part.replace(/[\\|]/g, '\\$&'))
    .join('|')

export const isRule = (name: string): name is Rule => Object.hasOwn(findingKinds, name)

/** The rules of findings that may be accepted: the others say that a file could not be read, or are about a comment. */
export const acceptable: Rule[] = Object.keys(findingKinds)
  .filter(isRule)
  .filter((rule) => rule !== 'unreadable' && rule !== 'unused-ignore')
