/** Records every definition and every connection that the code makes while the machine reads it. */

import {
  type Cls,
  createMachine,
  type Hosts,
  isOfPackage,
  type Machine,
  type Reader,
  type Ref,
  type RValue,
  type Site,
} from '../ast'
import type { Origin, Unknown } from '../types'
import { isClass, isList, isPrimitive, isRef } from '../values'
import { type Connection, optionsOfInstance } from './connections'
import { noteDecorated } from './decorators'
import { afterHooks, type DefineHooks, hookMayChange, noteHook, noteHooksOf } from './define-hooks'
import { nestConnection } from './nest'
import { nestConfig, noteLoaded } from './nest-config'
import { instanceRef, isSequelizeClass, isSequelizePackage } from './packages'
import type { FoundModel, MethodCall, ModelStyle } from './style'

export interface Recorder {
  machine: Machine
  found: FoundModel[]
  connections: Connection[]
  /** True while the reader is in a function whose callers are unknown. */
  unattended: boolean
  /** Set if code changes Sequelize itself or an instance's options; inherited options are unknown then. */
  tampered?: Unknown
  /** The child classes of each class. */
  children: Map<Cls, Cls[]>
  /** The instances to which each decorated class is added. */
  added: Map<Cls, Set<Ref>>
  hooks: DefineHooks
  /** Maps each file to the files whose values its code took. */
  uses: Map<string, Set<string>>
  /** Receives every call of a method that no code of the project defines. */
  observe?(method: string, call: MethodCall): void
}

export function createRecorder(
  reader: Reader,
  styles: ModelStyle[],
  { root, environment }: { root: string; environment?: string },
): Recorder {
  const hosts: Hosts = {
    environment,
    isMethod: (name) => definers.has(name) || styles.some(({ method }) => method === name),
    method: (receiver, name, args, site) => onMethod(recorder, styles, receiver, name, args, site),
    call: (callee, args, isNew, site) => onCall(recorder, styles, callee, args, isNew, site),
    changed: (target, key, at) => onChange(recorder, target, key, at),
    made: (cls) => onClass(recorder, styles, cls),
    used: (file, other) => noteUse(recorder.uses, file, other),
  }
  const recorder: Recorder = {
    machine: createMachine(reader, hosts, root),
    found: [],
    connections: [],
    unattended: false,
    children: new Map(),
    added: new Map(),
    hooks: new Map(),
    uses: new Map(),
  }
  return recorder
}

function noteUse(uses: Map<string, Set<string>>, file: string, other: string): void {
  const known = uses.get(file)
  if (known) known.add(other)
  else uses.set(file, new Set([other]))
}

function onMethod(
  recorder: Recorder,
  styles: ModelStyle[],
  receiver: RValue,
  method: string,
  args: RValue[],
  site: Site,
): RValue {
  const { machine } = recorder
  const value = machine.force(receiver)
  recorder.observe?.(method, { receiver: value, args, site })
  const configured = nestConfig(value, method, args, site, machine)
  if (configured !== undefined) return configured
  if (noteHook(value, method, args, site.at, recorder.hooks, machine) === false)
    recorder.tampered = hookMayChange(site.at)
  if (method === 'addModels') noteAdded(recorder, instanceRef(value), args[0])
  if (method === 'import') return importModel(value, args, site, machine)
  for (const style of styles) {
    if (style.method !== method || !style.called) continue
    const call = { receiver: value, args, site }
    const found = style.called(call, machine)
    if (!found) continue
    recorder.found.push({
      ...found,
      ...hooked(style, found, call, recorder),
      site,
      unattended: recorder.unattended,
    })
    return found.cls ?? modelReference(found, site)
  }
  return undefined
}

/** What the hooks of the instance make of a definition; the places that repairs change stay those of the call. */
function hooked(
  { attributesAt, called }: ModelStyle,
  { instance, definition }: Pick<FoundModel, 'instance' | 'definition'>,
  call: MethodCall,
  { hooks, machine, unattended }: Recorder,
): Partial<FoundModel> | undefined {
  const ref = instanceRef(machine.force(instance))
  const all = ref && hooks.get(ref)
  if (!all || attributesAt === undefined || unattended) return undefined
  const [attributes, options] = call.args.slice(attributesAt)
  const name = attributesAt ? call.args[0] : isPrimitive(definition.name) ? definition.name : undefined
  const after = afterHooks({ name, attributes, options }, ref, all, call.site, machine)
  const args = [after.name, after.attributes, after.options].slice(1 - attributesAt)
  const made = called?.({ ...call, args }, machine)?.definition
  return (
    made && {
      definition: { ...made, origin: definition.origin, sites: definition.sites },
      isMerged: true,
    }
  )
}

/** Records the classes of `sequelize.addModels([User, Post])`; ignores names of files and folders. */
function noteAdded({ machine, added }: Recorder, instance: Ref | undefined, given: RValue): void {
  const list = machine.force(given)
  if (!instance || !isList(list)) return
  for (const one of list.items) {
    const cls = machine.force(one)
    if (isClass(cls)) added.set(cls, (added.get(cls) ?? new Set()).add(instance))
  }
}

const definers = new Set([
  'define',
  'init',
  'import',
  'options',
  'beforeDefine',
  'addHook',
  'hook',
  'addListener',
])

function onChange(recorder: Recorder, target: Ref, key: string, at: Origin): void {
  if (!isSequelizePackage(target.module)) return
  const isOptions = target.path.some((name) => name === 'options' || name === 'define')
  if (!definers.has(key) && !isOptions) return
  recorder.tampered = {
    kind: 'unknown',
    text: [target.text, ...target.path, key].join('.'),
    at,
    why: 'it is changed at run time',
  }
}

/** Returns the result of `define`: a Sequelize class with a known name and no other known content. */
const modelReference = ({ definition }: Pick<FoundModel, 'definition'>, site: Site): Ref => ({
  kind: 'ref',
  module: 'sequelize',
  path: ['Model'],
  isNew: true,
  site,
  text: String(definition.name),
})

/** Handles `sequelize.import(file)` of Sequelize 4 and 5: calls the file's function with the instance and the types. */
function importModel(receiver: RValue, args: RValue[], site: Site, m: Machine): RValue {
  const given = m.force(args[0])
  if (isClass(receiver) || typeof given !== 'string') return undefined
  const file = m.reader.resolve(given, site.source.file)
  if (typeof file !== 'string') return undefined
  const types: Ref = { kind: 'ref', module: 'sequelize', path: ['DataTypes'], text: 'DataTypes' }
  const model: Ref = { kind: 'ref', module: file, file, path: [], text: file, site }
  return m.call(model, [receiver, types], undefined, site)
}

function onCall(
  recorder: Recorder,
  styles: ModelStyle[],
  callee: RValue,
  args: RValue[],
  isNew: boolean,
  site: Site,
): RValue {
  const { machine, unattended } = recorder
  if (isNew && isSequelizeClass(callee)) {
    const made: Ref = { ...callee, args, isNew: true, site }
    noteHooksOf(made, recorder.hooks, machine)
    recorder.connections.push({
      options: optionsOfInstance(made, machine),
      at: site.at,
      module: made.module,
      unattended,
    })
    return made
  }
  if (!isNew) {
    const decorated = noteDecorated(callee, args, site, machine)
    if (decorated) noteDeclared(recorder, styles, decorated)
    noteLoaded(callee, args, site, machine)
    const nest = nestConnection(callee, args, site, machine)
    if (nest) recorder.connections.push({ ...nest, unattended })
    return inheritingSetup(callee, args) ?? registered(callee, args, site, machine)
  }
  return undefined
}

/** Returns the instance that `useCLS` or `replaceHookAliases` gets as its argument, because the call passes it on. */
function inheritingSetup(callee: RValue, args: RValue[]): RValue {
  const isSetup =
    isRef(callee) &&
    isSequelizePackage(callee.module) &&
    ['useCLS', 'replaceHookAliases'].includes(callee.path.at(-1) ?? '')
  return isSetup && instanceRef(args[0]) ? args[0] : undefined
}

/** Calls at once a package's function that gets the instance, because it may define models. */
function registered(callee: RValue, args: RValue[], site: Site, m: Machine): RValue {
  if (!isOfPackage(callee) || !args.some((one) => instanceRef(m.force(one)))) return undefined
  return m.force({ ...callee, args, site })
}

function onClass(recorder: Recorder, styles: ModelStyle[], cls: Cls): void {
  const parent = recorder.machine.force(cls.parent)
  if (isClass(parent)) recorder.children.set(parent, [...(recorder.children.get(parent) ?? []), cls])
  noteDeclared(recorder, styles, cls)
}

function noteDeclared(recorder: Recorder, styles: ModelStyle[], cls: Cls): void {
  for (const style of styles) {
    const found = style.declared?.(cls, recorder.machine)
    if (found) recorder.found.push({ ...found, unattended: recorder.unattended })
  }
}
