/** Resolves the part before a column's dot: a model's name, its table's name, or aliases of associations. */

import type { Judged, Report } from '../types'
import { modelsAt, type Project } from './project'

/** @param roots the models at the start of the query, if known */
export function byAlias({ path }: Report, roots: Judged[], project: Project): Judged[] {
  const [alias = ''] = path
  if (path.length > 1) return along(path, roots, project)
  return distinct([...named(alias, project), ...reached(alias, roots, project)])
}

/** The alias of the main table is the model's name, or the table if the model has none. */
const named = (alias: string, { models }: Project): Judged[] =>
  models.filter(({ model: { name, table } }) => name === alias || ('name' in table && table.name === alias))

/** The last part may be the model between two others: `tags->PostTag`. */
function along(path: string[], roots: Judged[], project: Project): Judged[] {
  let here = roots
  for (const [index, alias] of path.entries()) {
    const next = reached(alias, here, project)
    here = next.length || index < path.length - 1 ? next : named(alias, project)
  }
  return here
}

/** The targets of associations with this alias: of these sources, or of any model if none of the sources has it. */
function reached(alias: string, sources: Judged[], project: Project): Judged[] {
  const called = project.associations().filter((one) => one.alias === alias)
  const theirs = called.filter(({ source }) => modelsAt(project, source).some((one) => sources.includes(one)))
  return distinct((theirs.length ? theirs : called).flatMap(({ target }) => modelsAt(project, target)))
}

const distinct = (models: Judged[]): Judged[] => [...new Set(models)]
