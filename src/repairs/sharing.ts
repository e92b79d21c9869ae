/** Tells whether a place in the code affects one model alone, and otherwise which other models it affects. */

import path from 'node:path'
import type { Judged, Model, Origin, RepairContext } from '../types'
import { isExported } from './edits/export'
import { around, type Node, openSource } from './edits/source'

/** The reason, as a clause, why changing a place would affect other models; undefined if it affects only this model. */
export function sharedBy(at: Origin, model: Model, context: RepairContext): string | undefined {
  const others = placedIn(at.file, context).filter(
    (other) => isOther(other, model) && placesOf(other).some((one) => overlaps(one, at)),
  )
  if (others.length > 0) return `${placeText(at)} also serves ${listed(others.map(modelLabel))}`
  if (isOwn(at, model)) return undefined
  const undecided = otherModels(model, context).find(
    (other) => isUndecided(other) && other.origin.file === model.origin.file,
  )
  if (undecided) return `${modelLabel(undecided)}, which cannot be evaluated, may use ${placeText(at)} too`
  return at.file === model.origin.file
    ? sharedInFile(at, model, context)
    : sharedElsewhere(at, model, context)
}

/** The other models that this place defines, if it is the place of a single definition. */
export const othersAt = (at: Origin, model: Model, context: RepairContext): string[] =>
  otherModels(model, context)
    .filter(({ sites, declared }) =>
      [sites.options?.at, sites.attributes, declared?.at].some((one) => one && equal(one, at)),
    )
    .map(modelLabel)

const otherModels = (model: Model, { models }: RepairContext): Model[] =>
  models.map((one: Judged) => one.model).filter((other) => isOther(other, model))

const isOther = (other: Model, model: Model): boolean => other !== model && !isTwin(other, model)

const placed = new WeakMap<Judged[], Map<string, Set<Model>>>()

/** The models whose places lie in this file. */
function placedIn(file: string, { models }: RepairContext): Model[] {
  let known = placed.get(models)
  if (!known) {
    placed.set(models, (known = new Map()))
    for (const { model } of models)
      for (const at of placesOf(model)) known.set(at.file, (known.get(at.file) ?? new Set()).add(model))
  }
  return [...(known.get(file) ?? [])]
}

/** One definition in a loop creates several models; those with the same name are the same model. */
const isTwin = (a: Model, b: Model): boolean => equal(a.origin, b.origin) && a.name === b.name

const isUndecided = ({ paranoid }: Model): boolean => typeof paranoid !== 'boolean'

/** Example: A, B, C and 22 more. */
const listed = (names: string[]): string =>
  names.length > 4 ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more` : names.join(', ')

const placesOf = (model: Model): Origin[] =>
  [model.paranoidAt, model.paranoidValueAt, model.deletedAtOption?.at].filter((at) => at !== undefined)

export const modelLabel = ({ name, origin }: Model): string =>
  typeof name === 'string' ? name : placeText(origin)

export const placeText = ({ file, line }: Origin): string => `${path.basename(file)}:${line}`

export const contains = (outer: Origin, inner: Origin): boolean =>
  outer.file === inner.file && outer.span[0] <= inner.span[0] && inner.span[1] <= outer.span[1]

const overlaps = (a: Origin, b: Origin): boolean => contains(a, b) || contains(b, a)

const equal = (a: Origin, b: Origin): boolean => contains(a, b) && contains(b, a)

/** Whether the place lies inside the literal of this model's own definition. */
const isOwn = (at: Origin, { sites }: Model): boolean =>
  [sites.options?.at, sites.attributes, sites.member].some((site) => site && contains(site, at))

function sharedInFile(at: Origin, model: Model, context: RepairContext): string | undefined {
  const source = openSource(at.file, context)
  if (!source) return `${placeText(at)} cannot be read`
  const above = around(source, at.span)
  const home = structure(at, above, model)
  if (home) return `${placeText(at)} ${home}`
  const besideModel = above.some((node) => node.type !== 'Program' && holds(node, at.file, model))
  if (besideModel || !isExported(source, above)) return undefined
  return `${placeText(at)} is exported, so other files may use it`
}

function sharedElsewhere(at: Origin, model: Model, context: RepairContext): string | undefined {
  const source = /\.[cm]?[jt]sx?$/i.test(at.file) ? openSource(at.file, context) : undefined
  if (!source || /[\\/]node_modules[\\/]/.test(at.file))
    return `${placeText(at)} is no source file of the models`
  const home = structure(at, around(source, at.span), model)
  if (home) return `${placeText(at)} ${home}`
  const users = context.users?.(at.file)
  if (users?.every((file) => file === model.origin.file)) return undefined
  return `${placeText(at)} may be used by other models too`
}

/** Describes a place that serves several models by its structure. */
function structure(at: Origin, above: Node[], model: Model): string | undefined {
  if (
    above.some((node) => node.type === 'ObjectProperty' && (node.key.name ?? node.key.value) === 'define')
  ) {
    return 'is a default of all models'
  }
  const base = above.find(
    (node) => /^Class(Declaration|Expression)$/.test(node.type) && !holds(node, at.file, model),
  )
  return base && `belongs to the base class ${base.id?.name ?? ''}`.trimEnd()
}

/**
 * Whether the place stands in a base class after a spread of the model's own options: then no option of the model
 * can override it.
 */
export function overrules(at: Origin, model: Model, context: RepairContext): boolean {
  const source = openSource(at.file, context)
  const above = source ? around(source, at.span) : []
  if (
    !above.some((node) => /^Class(Declaration|Expression)$/.test(node.type) && !holds(node, at.file, model))
  )
    return false
  const given = above.flatMap((node) =>
    (node.params ?? []).flatMap((one: Node) => (one.left ?? one).name ?? []),
  )
  const literal = above.findLast((node) => node.type === 'ObjectExpression')
  return (literal?.properties ?? []).some(
    (one: Node) => one.type === 'SpreadElement' && one.end <= at.span[0] && given.includes(one.argument.name),
  )
}

/** Whether this node of this file contains the model's definition. */
const holds = (node: Node, file: string, { origin, sites }: Model): boolean =>
  [origin, sites.options?.at].some(
    (at) => at?.file === file && node.start <= at.span[0] && at.span[1] <= node.end,
  )
