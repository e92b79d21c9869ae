/** Modules: each file is read and run once, when it is first asked for. */

import { cjsExports, slotOf } from './exports'
import { apart } from './fork'
import { link } from './link'
import { readPlain } from './plain'
import { kindOf, type Machine, type Module, type Obj, type RValue } from './runtime'
import { hoist, moduleScope } from './scope'
import { type Node, originOf, parseSource, parseValue, type Source, unknownAt } from './source'

/** Evaluations that one file may take. */
export const BUDGET = 400_000

const cache = new WeakMap<Machine, Map<string, Module | undefined>>()

/** The module of a file, run once; undefined when it cannot be read (see `faults`). */
export function loadModule(file: string, m: Machine): Module | undefined {
  let loaded = cache.get(m)
  if (!loaded) cache.set(m, (loaded = new Map()))
  if (loaded.has(file)) return loaded.get(file)
  const text = m.reader.read(file)
  let source: Source | undefined
  try {
    source =
      text === undefined
        ? undefined
        : /\.json[c5]?$/.test(file)
          ? parseValue(text, file)
          : readSource(text, file)
  } catch (error) {
    m.faults.set(file, error as Error)
  }
  const module = source && makeModule(file, source)
  loaded.set(file, module)
  if (module) apart(() => runModule(module, m), m)
  return module
}

function readSource(text: string, file: string): Source {
  const program = readPlain(text, file, () => parseSource(text, file).program)
  return program ? { file, text, program } : parseSource(text, file)
}

function makeModule(file: string, source: Source): Module {
  const at = originOf(source.program, source)
  const slot = (value: RValue) => ({ value, at, valueAt: at })
  const cjs: Obj = { kind: 'object', entries: new Map(), at }
  cjs.entries.set('exports', slot({ kind: 'object', entries: new Map(), at }))
  const module = {
    file,
    source,
    cjs,
    exports: new Map(),
    stars: [],
    isEsm: false,
    state: 'new',
  } as unknown as Module
  module.scope = moduleScope(module)
  // `exports` stays what it was when `module.exports` becomes another.
  module.scope.names.set('exports', cjs.entries.get('exports')!)
  return module
}

function runModule(module: Module, m: Machine): void {
  const { program } = module.source
  module.state = 'running'
  // What a file does is its own: it neither counts as guarded, nor sees the calls around it.
  const { guarded, stack, frames, budget } = m
  Object.assign(m, { guarded: 0, stack: [], frames: [], budget: BUDGET })
  if (program.type !== 'Program')
    m.write(module.cjs.entries, 'exports', slotOf(m.evaluate(program, module.scope), module))
  else {
    for (const statement of program.body as Node[]) link(statement, module, m)
    hoist(program.body, module.scope, m)
    m.execute(program.body, module.scope)
  }
  if (m.budget <= 0) cutShort(module)
  Object.assign(m, { guarded, stack, frames, budget })
  module.state = 'done'
}

/** What a file does after its share of work is used up is not known. */
function cutShort(module: Module): void {
  module.unread = unknownAt(module.source.program, module.source, 'reading the whole file takes too long')
  const whole = cjsExports(module)
  if (kindOf(whole) === 'object') (whole as Obj).open ??= module.unread
}
