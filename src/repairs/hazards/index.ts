/** DOOR. Finds places in the project's code that behave differently once paranoid is off, each with its change. */

import type { Reader } from '../../ast'
import type { Edit, Hazard, Model, Origin, Schema } from '../../types'
import { type Node, originOf, walk } from '../edits/source'
import { holding, literally } from '../edits/words'
import { linesGained } from '../mentions'
import { type Known, knownModels } from '../places/known'
import { openFile } from '../places/place'
import { cascadesTo } from './foreign-keys'
import type { HazardKind, Sought } from './kind'
import { attribute } from './kinds/attribute'
import { cascade } from './kinds/cascade'
import { destroy } from './kinds/destroy'
import { force } from './kinds/force'
import { hook } from './kinds/hook'
import { indexOfModel } from './kinds/index-of-model'
import { paranoidFalse } from './kinds/paranoid-false'
import { rawSql } from './kinds/raw-sql'
import { restore } from './kinds/restore'
import { scope } from './kinds/scope'
import { typeMember } from './kinds/type-member'

/** The list of kinds, gravest first. */
const kinds: HazardKind[] = [
  destroy,
  restore,
  cascade,
  scope,
  attribute,
  rawSql,
  indexOfModel,
  hook,
  force,
  paranoidFalse,
  typeMember,
]

const types = new Set(kinds.flatMap(({ on }) => on))
const byType = new Map([...types].map((type) => [type, kinds.filter(({ on }) => on.includes(type))]))

interface HazardsRequest {
  /** The models whose paranoid is turned off. */
  off: Model[]
  /** Every model of the project, to find the model of a place. */
  models: Model[]
  /** Absolute source files of the project; each is parsed once, and only if it contains a word of a kind. */
  files: string[]
  reader: Pick<Reader, 'read' | 'resolve'>
  /** The schema that the migrations build. */
  schema: Schema
  /** Places inside these edits are skipped, because they change anyway. */
  edits: Edit[]
}

/** Sorted by kind, then certain ones first, then by place. Places that surely belong to another model are left out. */
export function hazardsOf({ off, models, files, reader, schema, edits }: HazardsRequest): Hazard[] {
  if (off.length === 0) return []
  const sought: Sought = {
    models: off,
    attributes: named(off.map((model) => model.attribute)),
    columns: named(off.map((model) => model.column)),
  }
  const known = knownModels(models, reader)
  const words = wordsOf(sought)
  const found = files.flatMap((file) => {
    const text = reader.read(file) ?? ''
    const near = text.search(words) < 0 ? undefined : holding(words, text)
    return near ? inFile(file, { sought, known, edits, near }, reader) : []
  })
  const weight = ({ kind, model }: Hazard) =>
    kinds.findIndex(({ name }) => name === kind) * 2 + Number(model === null)
  for (const { model, at } of cascadesTo(off, schema))
    found.push({ ...hazardOf(cascade, model), at, text: lineAt(at, reader) })
  return found.sort((a, b) => weight(a) - weight(b))
}

const named = (names: unknown[]): Set<string> => new Set(names.filter((name) => typeof name === 'string'))

/** A cheap filter: only files with one of these words are parsed, and only nodes that contain one are examined. */
function wordsOf({ attributes, columns }: Sought): RegExp {
  const words = [...kinds.flatMap((kind) => kind.words ?? []), ...attributes, ...columns]
  const patterns = words.map((word) => (typeof word === 'string' ? literally(word) : word.source))
  return new RegExp(`(?<![a-z])(${patterns.join('|')})(?![a-z])`, 'gi')
}

interface Search {
  sought: Sought
  known: Known
  edits: Edit[]
  /** Whether a node may contain one of the words. */
  near(node: Node): boolean
}

function inFile(
  file: string,
  { sought, known, edits, near }: Search,
  { read }: Pick<Reader, 'read'>,
): Hazard[] {
  const opened = openFile(file, known, read)
  if (!opened) return []
  const { source } = opened
  const lines = linesOf(source.text)
  const found = new Map<string, Hazard>()
  walk(source.program, (node, parents) => {
    if (!near(node)) return false
    if (edits.some((edit) => isWithin(node, file, edit))) return false
    for (const kind of byType.get(node.type) ?? []) {
      const place = kind.at({ ...opened, node, parents, sought })
      if (!place || place.owner === 'other') continue
      if (place.owner && !sought.models.includes(place.owner)) continue
      const origin = originOf(node, source)
      const key = `${kind.name}:${origin.line}`
      if (!found.get(key)?.model)
        found.set(key, { ...hazardOf(kind, place.owner), at: origin, text: lines[origin.line - 1] ?? '' })
    }
    return undefined
  })
  return [...found.values()]
}

const linesOf = (text: string): string[] => text.split(/\r\n|[\n\r\u2028\u2029]/)

const lineAt = ({ file, line }: Origin, { read }: Pick<Reader, 'read'>): string =>
  linesOf(read(file) ?? '')[line - 1] ?? ''

const hazardOf = (
  { name, says }: HazardKind,
  model: Model | undefined,
): Pick<Hazard, 'kind' | 'says' | 'model'> => ({
  kind: name,
  says,
  model: typeof model?.name === 'string' ? model.name : null,
})

const isWithin = ({ start, end }: { start: number; end: number }, file: string, edit: Edit): boolean =>
  edit.kind === 'replace' && edit.file === file && edit.span[0] <= start && end <= edit.span[1]

/** The same places with the line numbers after the edits. */
export const afterEdits = (hazards: Hazard[], edits: Edit[]): Hazard[] =>
  hazards.map((hazard) => {
    const own = edits.flatMap((edit) => (edit.kind === 'replace' && edit.file === hazard.at.file ? edit : []))
    const gained = linesGained(own, hazard.at.span[0])
    return gained ? { ...hazard, at: { ...hazard.at, line: hazard.at.line + gained } } : hazard
  })
