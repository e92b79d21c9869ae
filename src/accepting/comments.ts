/** Accepts findings by the comments above their models and options. Each comment accepts one finding. */

import path from 'node:path'
import type { Finding, Judged, Origin, UnusedIgnore } from '../types'
import { isUnknown } from '../values'
import { type Directive, directivesIn } from './directives'

/** What has been read. */
interface Texts {
  /** Absolute: the files that were asked for. */
  files: string[]
  read(file: string): string | undefined
  /** Whether `files` are whole folders. Else a comment may be meant for a model that was not read. */
  isWhole: boolean
}

/** Sets `accepted` of each finding that a comment accepts, and returns the comments that accept none. */
export function acceptByComments(models: Judged[], { files, read, isWhole }: Texts): UnusedIgnore[] {
  const places = models.flatMap((judged) => placesOf(judged).map(({ file }) => file))
  const all = [...new Set([...files, ...places])].filter((file) => !isInstalled(file)).sort()
  const asked = new Set(files)
  const unused: UnusedIgnore[] = []
  for (const file of all)
    for (const directive of directivesIn(read(file) ?? '', file)) {
      const below = models.filter((judged) => placesOf(judged).some((place) => covers(directive, place)))
      if (!below.length && !directive.fault && !(isWhole && asked.has(file))) continue
      const vain = accepts(directive, below)
      if (vain)
        unused.push({ at: directive.at, says: `The comment "${directive.text}" ${vain[0]}.`, todo: vain[1] })
    }
  return unused
}

const isInstalled = (file: string): boolean => file.includes(`${path.sep}node_modules${path.sep}`)

/** The model, the option that makes it paranoid, and the option that is at fault. */
const placesOf = ({ model: { origin, paranoidAt }, finding }: Judged): Origin[] =>
  [origin, paranoidAt, finding?.origin].filter((place) => place !== undefined)

function covers({ at, above, beside }: Directive, { file, line, span: [start] }: Origin): boolean {
  if (file !== at.file) return false
  return beside === line || (above !== undefined && above[0] <= start && start < above[1])
}

/**
 * Accepts the one finding that the comment means.
 * @param below the models under the comment
 * @returns why it accepts none: [clause, advice]
 */
function accepts({ at, rule, reason, fault }: Directive, below: Judged[]): [string, string] | undefined {
  if (fault || !rule || !reason) return fault
  const meant = below.flatMap(({ finding }): Finding[] => (finding?.rule === rule ? [finding] : []))
  const [first] = meant
  if (!below.length)
    return ['stands above no model and no option that asks for soft delete', 'Delete it, or move it there.']
  if (!first) return [`is needed no longer: ${withoutIt(below)} such finding`, 'Delete it.']
  if (meant.length > 1)
    return [
      `stands above ${meant.length} such findings, and accepts one alone: all of them stand`,
      'Put it above the model that it means, or accept them by a baseline (check --write-baseline).',
    ]
  if (first.accepted?.by === 'config')
    return [`is needed no longer: the config turns ${rule} off`, 'Delete it.']
  if (first.accepted) return ['is there twice', 'Delete one of the two.']
  first.accepted = { by: 'comment', reason, at }
  return undefined
}

/** `Session has no`, `Session and User have no`, `none of 7 models has` */
function withoutIt(models: Judged[]): string {
  const names = [...new Set(models.map(({ model: { name } }) => (isUnknown(name) ? name.text : name)))]
  if (names.length > 3) return `none of ${names.length} models has`
  return `${names.join(' and ')} ${names.length > 1 ? 'have' : 'has'} no`
}
