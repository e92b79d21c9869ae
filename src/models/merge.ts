/** Merges definitions that the reader reached in several ways: chooses those that count and compares them. */

import type { Cls } from '../ast'
import type { Model, Unknown } from '../types'
import type { FoundModel } from './style'

/** If `init` is called several times for one class, keeps the last call. */
export function lastInits(found: FoundModel[]): FoundModel[] {
  const last = new Map<Cls, FoundModel>()
  for (const one of found) if (one.cls && !one.unattended) last.set(one.cls, one)
  return found.filter((one) => !one.cls || (last.get(one.cls) ?? one) === one)
}

const keyOf = ({ cls, definition, site, unattended }: FoundModel): string => {
  const { origin, name } = definition
  // One key for all uncalled initializers of a class: it is not known which of them defines the model.
  if (cls && unattended) return `${cls.at.file}:${cls.at.span[0]}:${cls.name}`
  const written =
    typeof name === 'string' ? name : typeof name === 'object' && name?.kind === 'unknown' ? name.text : ''
  return `${origin.file}:${origin.span[0]}:${site.source.file}:${site.at.span[0]}:${written}`
}

/** If a call was reached both with and without known callers, keeps the one with known callers. */
export function withoutRepeats(found: FoundModel[]): FoundModel[] {
  const attended = new Set(found.filter((one) => !one.unattended).map(keyOf))
  return found.filter((one) => !one.unattended || !attended.has(keyOf(one)))
}

export interface Judgement extends FoundModel {
  model: Model
}

/** Joins judgements of the same model into one; a field on which they disagree is unknown. */
export function agreed(judgements: Judgement[]): Model[] {
  const byCall = new Map<string, Judgement[]>()
  for (const one of judgements) byCall.set(keyOf(one), [...(byCall.get(keyOf(one)) ?? []), one])
  return withOwnSites([...byCall.values()].map((ways) => ways.map(({ model }) => model).reduce(joined)))
}

const fields = ['name', 'table', 'paranoid', 'needsColumn', 'attribute', 'column'] as const

function joined(one: Model, other: Model): Model {
  const model = { ...one }
  for (const field of fields) {
    if (JSON.stringify(one[field]) === JSON.stringify(other[field])) continue
    const unknown: Unknown = {
      kind: 'unknown',
      text: field,
      at: one.origin,
      why: `it is ${words(one[field])} by one call and ${words(other[field])} by another`,
    }
    Object.assign(model, { [field]: unknown })
  }
  return model
}

function words(value: Model[(typeof fields)[number]]): string {
  if (typeof value !== 'object') return String(value)
  return 'kind' in value ? 'not known' : [value.schema, value.name].filter(Boolean).join('.')
}

/** Removes an options site that several models share, because an edit there would change all of them. */
function withOwnSites(models: Model[]): Model[] {
  const users = new Map<string, number>()
  const place = ({ sites }: Model) => sites.options && `${sites.options.at.file}:${sites.options.at.span}`
  for (const model of models) {
    const at = place(model)
    if (at) users.set(at, (users.get(at) ?? 0) + 1)
  }
  return models.map((model) => {
    const at = place(model)
    if (!at || users.get(at) === 1) return model
    const { options: _shared, ...sites } = model.sites
    return { ...model, sites }
  })
}
