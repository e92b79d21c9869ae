/** Modules: each file is read and run once, when it is first asked for. */

import path from 'node:path'
import { isObject } from '../values'
import { sayIfSpent } from './bounds'
import { cjsExports, slotOf } from './exports'
import { apart } from './fork'
import { link } from './link'
import { readPlain } from './plain'
import type { Machine, Module, Obj, RValue, Scope } from './runtime'
import { hoist } from './scope'
import { asFault, type Node, originOf, parseSource, parseValue, type Source, unknownAt } from './source'
import { areBlocks } from './syntax'

/** Evaluations that one file may take. */
export const BUDGET = 400_000

/** The module of a file, run once; undefined when it cannot be read (see `faults`). */
export function loadModule(file: string, m: Machine): Module | undefined {
  if (m.modules.has(file)) return m.modules.get(file)
  const text = m.reader.read(file)
  let source: Source | undefined
  try {
    source =
      text === undefined
        ? undefined
        : /\.json[c5]?$/.test(file)
          ? parseValue(text, file)
          : readSource(text, file, m)
  } catch (error) {
    m.faults.set(file, asFault(error, file))
  }
  const module = source && makeModule(file, source)
  m.modules.set(file, module)
  if (module) apart(() => guarded(module, m), m)
  return module
}

function readSource(text: string, file: string, m: Machine): Source {
  // A slip in what is read late is a fault of this file, whoever asks for it, and whenever.
  const whole = (): Node | undefined => {
    try {
      return parseSource(text, file).program
    } catch (error) {
      m.faults.set(file, asFault(error, file))
      return undefined
    }
  }
  // .sequelizerc has no ending.
  const named = path.extname(file) ? file : `${file}.js`
  const plain = m.reader.parser === 'babel' ? undefined : readPlain(text, named, whole)
  if (!plain) return parseSource(text, file)
  m.passedOver.set(file, plain.passedOver)
  return { file, text, program: plain.program }
}

/** Looks whether functions that were passed over are JavaScript; files with one that nobody can parse get a fault. */
export function findSyntaxFaults(m: Machine): void {
  const all = Array.from(m.passedOver, ([file, blocks]) => [file, blocks()] as const)
  m.passedOver.clear()
  for (let first = 0; first < all.length; first += TOGETHER) {
    const some = all.slice(first, first + TOGETHER)
    if (areBlocks(some.flatMap(([, blocks]) => blocks))) continue
    for (const [file, blocks] of some) if (!areBlocks(blocks)) findSlip(file, m)
  }
}

/** So many files are asked about at once; where one has a slip, or types, each is asked about by itself. */
const TOGETHER = 20

function findSlip(file: string, m: Machine): void {
  try {
    parseSource(m.reader.read(file) ?? '', file)
  } catch (error) {
    m.faults.set(file, asFault(error, file))
  }
}

class FileModule implements Module {
  readonly scope: Scope = { names: new Map(), module: this }
  readonly exports = new Map<string, () => RValue>()
  readonly stars: string[] = []
  isEsm = false
  state: Module['state'] = 'new'

  constructor(
    readonly file: string,
    readonly source: Source,
    readonly cjs: Obj,
  ) {}
}

function makeModule(file: string, source: Source): Module {
  const at = originOf(source.program, source)
  const slot = (value: RValue) => ({ value, at, valueAt: at })
  const cjs: Obj = { kind: 'object', entries: new Map(), at }
  const exported = slot({ kind: 'object', entries: new Map(), at })
  cjs.entries.set('exports', exported)
  const module = new FileModule(file, source, cjs)
  // `exports` stays what it was when `module.exports` becomes another.
  module.scope.names.set('exports', exported)
  return module
}

/** What a file does that the reading fails on costs that file alone. */
function guarded(module: Module, m: Machine): void {
  const { guarded, stack, frames, budget } = m
  try {
    runModule(module, m)
  } catch (error) {
    const fault = asFault(error, module.file)
    m.faults.set(module.file, fault)
    cutShort(module, fault.message)
  }
  Object.assign(m, { guarded, stack, frames, budget })
  module.state = 'done'
}

function runModule(module: Module, m: Machine): void {
  const { program } = module.source
  module.state = 'running'
  // What a file does is its own: it neither counts as guarded, nor sees the calls around it.
  Object.assign(m, { guarded: 0, stack: [], frames: [], budget: BUDGET })
  if (program.type !== 'Program')
    m.write(module.cjs.entries, 'exports', slotOf(m.evaluate(program, module.scope), module))
  else {
    for (const statement of program.body) link(statement, module, m)
    hoist(program.body, module.scope, m)
    m.execute(program.body, module.scope)
  }
  if (sayIfSpent(module.file, m)) cutShort(module, 'reading the whole file takes too long')
}

/** What a file does after the place where its reading ends is not known. */
function cutShort(module: Module, why: string): void {
  module.unread = unknownAt(module.source.program, module.source, why)
  const whole = cjsExports(module)
  if (isObject(whole)) whole.open ??= module.unread
}
