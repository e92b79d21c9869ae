/** Finds associations between models, with their aliases: `Session.hasMany(Booking, { as: 'bookings' })`. */

import { type Node, originOf, type RValue, type Site, snapshot } from '../ast'
import type { Association, Value } from '../types'
import { isObject } from '../values'
import { decoratedAssociations } from './associations-decorated'
import { type End, endsIn, entryOf } from './associations-ends'
import { cover } from './coverage'
import type { Recorder } from './recorder'
import type { RulesContext } from './rules'
import type { MethodCall } from './style'

type Kind = Association['kind']

const KINDS: Record<Kind, { many: boolean }> = {
  hasMany: { many: true },
  belongsToMany: { many: true },
  hasOne: { many: false },
  belongsTo: { many: false },
}

const isKind = (method: string): method is Kind => Object.hasOwn(KINDS, method)

const associates = ({ type, callee }: Node): boolean =>
  type === 'CallExpression' && callee.type === 'MemberExpression' && isKind(callee.property?.name ?? '')

/** A call of an association method; its models are known only after all files are read. */
interface AssociationCall {
  kind: Kind
  receiver: RValue
  target: RValue
  options: RValue
  site: Site
}

/** @param files absolute paths of the files whose association calls the caller wants */
export function associationsIn(recorder: Recorder, files: string[], rules: RulesContext): Association[] {
  const calls: AssociationCall[] = []
  recorder.observe = (method, call) => {
    if (isKind(method) && call.args.length) calls.push(associationCall(method, call))
  }
  for (const file of files) visit(file, recorder)
  const ends = endsIn(recorder, rules)
  const called = calls.flatMap((one) => associationOf(one, ends, recorder, rules))
  return withoutRepeats([...called, ...decoratedAssociations(recorder, ends)])
}

const associationCall = (
  kind: Kind,
  { receiver, args: [target, options], site }: MethodCall,
): AssociationCall => ({
  kind,
  receiver,
  target,
  options,
  site,
})

const words = new RegExp(`\\b(${Object.keys(KINDS).join('|')})\\b`, 'g')

/** Reads a file; if reading throws, the calls before the fault still count. */
function visit(file: string, { machine, children }: Recorder): void {
  try {
    const module = machine.module(file)
    if (module?.source.program.type === 'Program')
      cover(module, { wanted: associates, words, inherited: false, children }, machine)
  } catch {
    return
  }
}

type Ends = (value: RValue, written: Node) => End | undefined

function associationOf(
  one: AssociationCall,
  ends: Ends,
  { machine }: Recorder,
  rules: RulesContext,
): Association[] {
  const { kind, site } = one
  const source = ends(one.receiver, site.node.callee.object)
  const target = ends(machine.force(one.target), site.node.arguments[0])
  if (!source || !target) return []
  const options = snapshot(one.options, machine)
  const alias =
    aliasOf(entryOf(options, 'as'), KINDS[kind].many) ?? defaultAlias(options, target, kind, rules)
  const at = originOf(site.node, site.source)
  const association = { kind, source: source.ref, target: target.ref, alias, at }
  return [association, ...inverse(association, options, source, rules)]
}

/** Reads the alias from `as: 'bookings'` or `as: { plural, singular }`. */
function aliasOf(value: Value, many: boolean): string | undefined {
  const named = isObject(value) ? entryOf(value, many ? 'plural' : 'singular') : value
  return typeof named === 'string' ? named : undefined
}

/** Returns the default alias, or undefined if the options or their `as` cannot be read. */
function defaultAlias(options: Value, target: End, kind: Kind, rules: RulesContext): string | undefined {
  const isOpen = isObject(options) ? options.open !== undefined : options !== undefined
  if (isOpen || entryOf(options, 'as') !== undefined) return undefined
  return cased(KINDS[kind].many ? target.plural : target.singular, rules)
}

const isSeven = ({ version }: RulesContext): boolean => Number.parseInt(version, 10) >= 7

/** R31: version 7 begins a default alias with a small letter. */
const cased = (name: string, rules: RulesContext): string =>
  isSeven(rules) ? name.charAt(0).toLowerCase() + name.slice(1) : name

/** Version 7 makes the inverse association by itself. */
function inverse(made: Association, options: Value, source: End, rules: RulesContext): Association[] {
  if (!isSeven(rules) || made.kind === 'belongsTo') return []
  const kind = made.kind === 'belongsToMany' ? 'belongsToMany' : 'belongsTo'
  const { many } = KINDS[kind]
  const alias =
    aliasOf(entryOf(entryOf(options, 'inverse'), 'as'), many) ??
    cased(many ? source.plural : source.singular, rules)
  return [{ kind, source: made.target, target: made.source, alias, at: made.at }]
}

/** Removes repeats: the reader may reach one call several times. */
function withoutRepeats(all: Association[]): Association[] {
  const key = ({ at, source, target, alias }: Association) =>
    JSON.stringify([at.file, at.span, source.name, target.name, alias])
  return [...new Map(all.map((one) => [key(one), one])).values()]
}
