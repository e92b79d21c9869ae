/** Loads modules: reads and runs each file once, at its first use. */

import path from 'node:path'
import { isObject } from '../values'
import { sayIfSpent } from './bounds'
import { cjsExports, slotOf } from './exports'
import { asFault } from './faults'
import { apart } from './fork'
import { link } from './link'
import { objectAt, slotAt } from './making'
import { readPlain } from './plain'
import type { Machine, Module, Obj, RValue, Scope } from './runtime'
import { hoist } from './scope'
import { type Node, originOf, parseSource, parseValue, type Source, unknownAt } from './source'
import { areBlocks } from './syntax'

/** The most evaluations per file. */
export const BUDGET = 400_000

/** Loads and runs the module of a file once; undefined if the file cannot be read (see `faults`). */
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
  // A syntax error that is found late is still recorded as a fault of this file.
  const whole = (): Node | undefined => {
    try {
      return parseSource(text, file).program
    } catch (error) {
      m.faults.set(file, asFault(error, file))
      return undefined
    }
  }
  // `.sequelizerc` has no extension.
  const named = path.extname(file) ? file : `${file}.js`
  const plain = m.reader.parser === 'babel' ? undefined : readPlain(text, named, whole)
  if (!plain) return parseSource(text, file)
  m.passedOver.set(file, plain.passedOver)
  return { file, text, program: plain.program }
}

/** Checks the syntax of all skipped functions; a file with one that no parser accepts gets a fault. */
export function findSyntaxFaults(m: Machine): void {
  const all = Array.from(m.passedOver, ([file, blocks]) => [file, blocks()] as const)
  m.passedOver.clear()
  for (let first = 0; first < all.length; first += TOGETHER) {
    const some = all.slice(first, first + TOGETHER)
    if (areBlocks(some.flatMap(([, blocks]) => blocks))) continue
    for (const [file, blocks] of some) if (!areBlocks(blocks)) findSlip(file, m)
  }
}

/** How many files are checked at once; if the check fails, each of them is checked alone. */
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
  readonly stars: Node[] = []
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
  const exported = slotAt(objectAt(at), at)
  const cjs = objectAt(at, { exports: exported })
  const module = new FileModule(file, source, cjs)
  // The name `exports` keeps the first object when `module.exports` is reassigned.
  module.scope.names.set('exports', exported)
  return module
}

/** Runs a module; an error in it becomes a fault of that file and affects no other file. */
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
  // A file starts with fresh state: it is not guarded by its importer and does not see the importer's calls.
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

/** Marks all that the file exports after the place where reading stopped as unknown. */
function cutShort(module: Module, why: string): void {
  module.unread = unknownAt(module.source.program, module.source, why)
  const whole = cjsExports(module)
  if (isObject(whole)) whole.open ??= module.unread
}
