/** Reads the comments that accept a finding: `deletedat-ignore missing-column: the view adds it`. */

import { type Comment, commentsIn } from '../ast'
import { acceptable, isRule } from '../finding-kinds'
import { nearest } from '../nearest'
import type { Origin, Rule } from '../types'

/** One comment that accepts a finding, or that tries to. */
export interface Directive extends Pick<Comment, 'above' | 'beside'> {
  at: Origin
  /** The words of the comment without the reason. */
  text: string
  rule?: Rule
  reason?: string
  /** Why it accepts nothing, whatever the findings are: [what, todo]. */
  fault?: [string, string]
}

/** Of any case, for the column is written deletedAt. */
const MARK = /deletedat-ignore/i

const LINE = /^deletedat-ignore(?![\w-])\s*([^:]*?)\s*(?::\s*([\s\S]*))?$/i

const FORM = 'deletedat-ignore missing-column: the view adds it'

/** Returns nothing for a text that does not parse: a finding about the file says so. */
export function directivesIn(text: string, file: string): Directive[] {
  if (!MARK.test(text)) return []
  try {
    return commentsIn(text, file, MARK).flatMap(directivesOf)
  } catch {
    return []
  }
}

function directivesOf({ lines, above, beside }: Comment): Directive[] {
  const found: Directive[] = []
  for (const { text, at } of lines) {
    const last = found.at(-1)
    if (MARK.test(text.split(/[\s:]/, 1).join())) found.push({ above, beside, ...read(text, at) })
    // A reason may go on in the next lines of a block.
    else if (last?.reason) last.reason += ` ${text}`
  }
  return found
}

function read(text: string, at: Origin): Directive {
  const [, kind, reason] = LINE.exec(text) ?? []
  const given = { at, text: text.replace(/:[\s\S]*$/, '').trim() }
  if (kind === undefined) return { ...given, fault: ['is not written as it is read', `Write it so: ${FORM}`] }
  const rule = isRule(kind) && acceptable.includes(kind) ? kind : undefined
  if (!rule) return { ...given, fault: ofKind(kind) }
  if (reason) return { ...given, rule, reason }
  return {
    ...given,
    rule,
    fault: ['gives no reason, so the finding stands', `Write why behind a colon: ${FORM}`],
  }
}

function ofKind(kind: string): [string, string] {
  if (!kind) return ['names no kind of finding', `Write it so: ${FORM}`]
  if (isRule(kind)) return [`cannot accept "${kind}"`, 'Mend the file, or leave it out by --ignore.']
  if (/[\s,]/.test(kind)) {
    const isList = kind.split(/[\s,]+/).every((one) => isRule(one))
    if (isList) return ['names more than one kind of finding', 'Write one comment for each.']
    return ['has words before the colon that are no kind of finding', `Write it so: ${FORM}`]
  }
  const near = nearest(kind, acceptable)
  return [
    `names no kind of finding: "${kind}"`,
    near ? `Did you mean ${near}?` : `Choose one of ${acceptable.join(', ')}.`,
  ]
}
