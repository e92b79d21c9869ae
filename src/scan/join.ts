/** Joins the scans of the databases of a tree. */

import { ofSeveral } from '../judging'
import type { Reading } from '../reading'
import type { Judged, Scan } from '../types'
import type { Part, Scanned } from './scanned'

/** Adds the name of the database to each model and finding. */
export function ofDatabase(found: Scan, { database: { name } }: Reading): Scan {
  const models = found.models.map((one) => ({
    ...one,
    database: name,
    ...(one.finding && { finding: Object.assign(one.finding, { database: name }) }),
  }))
  return { ...found, models }
}

/** Joins the scans of all databases. A model that one database loads is removed from the rest. */
export function joined(all: Part[]): Scanned {
  const [first] = all as [Part]
  const loaded = new Set(
    all.filter(({ reading }) => !reading.database.isRest).flatMap(({ models }) => models.map(placeOf)),
  )
  const parts = withoutRepeats(
    all.map((part) =>
      part.reading.database.isRest ? withoutModels(part, (one) => loaded.has(placeOf(one))) : part,
    ),
  )
  const each = <T>(of: (part: Part) => T[] | undefined): T[] => parts.flatMap((part) => of(part) ?? [])
  const { reading, ...own } = first
  return {
    ...own,
    parts,
    reader: reading.reader,
    sources: reading.sources,
    associations: () => each((part) => part.reading.associations()),
    ...(parts.length > 1 && {
      databases: parts.map(({ reading: { database }, project }) => ({ ...database, project })),
    }),
    history: each(({ history }) => history),
    files: parts.reduce((sum, { files }) => sum + files, 0),
    models: each(({ models }) => models),
    findings: each(({ findings }) => findings),
    unheard: each(({ unheard }) => unheard),
    notes: [...new Set(each(({ notes }) => notes))],
  }
}

const placeOf = ({ model: { origin } }: Pick<Judged, 'model'>): string => `${origin.file}:${origin.span[0]}`

function withoutModels(part: Part, isGone: (judged: Judged) => boolean): Part {
  const gone = new Set(part.models.filter(isGone).map(({ finding }) => finding))
  return {
    ...part,
    models: part.models.filter((one) => !isGone(one)),
    findings: part.findings.filter((one) => !gone.has(one)),
  }
}

/** Keeps one verdict for a model that may belong to any of several databases: each of them judged it. */
function withoutRepeats(parts: Part[]): Part[] {
  const perhaps = new Set(parts.flatMap(({ reading: { database } }) => database.history?.perhaps ?? []))
  if (!perhaps.size) return parts
  const all = parts.flatMap((part) =>
    part.models
      .filter(({ model }) => perhaps.has(model.origin.file))
      .map((judged) => ({ judged, schema: part.schema, database: part.reading.database.name })),
  )
  const byPlace = new Map<string, typeof all>()
  for (const one of all) byPlace.set(placeOf(one.judged), [...(byPlace.get(placeOf(one.judged)) ?? []), one])
  const kept = new Set([...byPlace.values()].flatMap(ofSeveral))
  return parts.map((part) =>
    withoutModels(part, (one) => perhaps.has(one.model.origin.file) && !kept.has(one)),
  )
}
