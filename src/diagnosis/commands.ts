/** Builds the commands that the user should type. */

import { isOurName } from '../our-names'
import type { Judged, Origin } from '../types'
import { judgedText, type Project } from './project'

export interface Commands {
  add: string[]
  map: string[]
  /** Maps to a column that only the database knows. */
  mapTo(column: string): string[]
  migrate(migration: Origin): string[]
  status(migration: Origin): string[]
  why: string[]
}

export function commandsFor(judged: Judged, { typed }: Project): Commands {
  const only = `--only ${word(judgedText(judged))}`
  const paths = typed.paths.map((path) => ` ${word(path)}`).join('')
  const file = word(typed.shown(judged.model.origin.file))
  return {
    add: [`${typed.tool}${paths} ${only} --repair add-column`],
    map: [`${typed.tool}${paths} ${only} --repair map-column`],
    mapTo: (column) => [
      `npx jscodeshift -t ${word(typed.transform('map-deletedat-column'))} --column=${word(column)} --only=${word(judgedText(judged))} ${file}`,
    ],
    // deploy runs only migrations that this tool wrote.
    migrate: ({ file: migration }) => [
      ...(isOurName(migration) ? [`${typed.tool} deploy${paths}`] : []),
      ...typed.migrate(migration),
    ],
    status: (migration) => typed.status(migration.file),
    why: [`${typed.tool} why ${word(judgedText(judged))}${paths}`],
  }
}

/** Quoted for all common shells if necessary. */
const word = (text: string): string => (/^[\w./@:-]+$/.test(text) ? text : JSON.stringify(text))
