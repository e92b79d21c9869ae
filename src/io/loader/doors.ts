/**
 * Shuts the modules of Node that lead out of the process. Node's permission model and, on Linux, a network namespace
 * hold what is native (`confined.ts`); this holds the rest, and gives code that only opens something a stand-in.
 */

import { createRequire, syncBuiltinESMExports } from 'node:module'
import net from 'node:net'
import { fieldsOf, isObject } from './foreign'
import { lent } from './lent'

/** The error that forbidden calls throw. */
export const refused = (what: string): Error =>
  Object.assign(new Error(`${what} is refused while models are only looked at`), { code: 'ECONNREFUSED' })

type Put = (name: string) => unknown

const refusal: Put = (name) =>
  function refuses() {
    throw refused(name)
  }

/** Projects open these while they load (metrics, loggers): nothing happens, and the file is read on. */
const standIn: Put = () => lent()

/** Answers like a lookup that found nothing: to a callback, else by a promise. */
const answersNothing: Put = (name) =>
  function answers(...args: unknown[]) {
    const back = args.at(-1)
    if (typeof back === 'function') process.nextTick(() => back(refused(name)))
    else return Promise.reject(refused(name))
  }

const lookups = /^(lookup|lookupService|reverse|resolve.*)$/

/** Module, its exports, and what is put in their place. */
const DOORS: [module: string, names: RegExp, put: Put][] = [
  [
    'child_process',
    /^(_forkChild|ChildProcess|exec|execFile|execFileSync|execSync|fork|spawn|spawnSync)$/,
    refusal,
  ],
  ['cluster', /^(fork|setupMaster|setupPrimary)$/, refusal],
  ['worker_threads', /^Worker$/, standIn],
  ['module', /^register$/, refusal],
  ['dgram', /^(_createSocketHandle|createSocket|Socket)$/, standIn],
  ['dns', lookups, answersNothing],
  ['dns', /^(Resolver|setServers)$/, refusal],
  ['dns/promises', lookups, answersNothing],
  ['dns/promises', /^(Resolver|setServers)$/, refusal],
  ['net', /^_createServerHandle$/, refusal],
  ['inspector', /^(open|Session|waitForDebugger)$/, refusal],
  ['inspector/promises', /^(open|Session|waitForDebugger)$/, refusal],
  ['v8', /^(setFlagsFromString|setHeapSnapshotNearHeapLimit|startCpuProfile|writeHeapSnapshot)$/, refusal],
  ['trace_events', /^createTracing$/, refusal],
  ['crypto', /^setEngine$/, refusal],
  ['node:sqlite', /^(backup|DatabaseSync|Session|StatementSync)$/, refusal],
  ['wasi', /^WASI$/, refusal],
]

const OF_PROCESS = ['_debugEnd', '_debugProcess', '_linkedBinding', 'binding', 'execve', 'openStdin'] as const

function put(target: object, name: string, value: unknown): void {
  Object.defineProperty(target, name, { value, configurable: true, writable: true })
}

/** Must run before any code of the project. */
export function shutDoors(): void {
  const requireFrom = createRequire(__filename)
  for (const [name, names, made] of DOORS) {
    const module = builtin(requireFrom, name)
    for (const key of Object.keys(module).filter((one) => names.test(one)))
      put(module, key, made(`${name}.${key}`))
  }
  shutSockets()
  shutProcess()
  syncBuiltinESMExports()
}

/** Versions of Node differ in the modules that they have. */
function builtin(requireFrom: NodeJS.Require, name: string): object {
  try {
    return fieldsOf(requireFrom(name))
  } catch {
    return {}
  }
}

/** A connection fails as one to a server that is down; a server never listens. */
export function shutSockets(): void {
  put(net.Socket.prototype, 'connect', function (this: net.Socket) {
    process.nextTick(() => this.destroy(refused('a connection')))
    return this
  })
  for (const name of ['listen', '_listen2'])
    put(net.Server.prototype, name, function (this: net.Server) {
      process.nextTick(() => this.emit('error', refused('a server')))
      return this
    })
}

function shutProcess(): void {
  for (const name of OF_PROCESS) if (name in process) put(process, name, refusal(`process.${name}`))
  const { kill, report } = process
  put(process, 'kill', (pid: number, signal?: string | number) => {
    if (pid !== process.pid) throw refused('process.kill')
    return kill.call(process, pid, signal)
  })
  put(process, '_kill', refusal('process._kill'))
  // A module that is compiled could do everything that is refused here.
  put(process, 'dlopen', (module: unknown) => {
    if (isObject(module)) module.exports = lent()
  })
  // Through these the watchdog's thread, and by it the way to start another, would be found.
  for (const name of ['_getActiveHandles', '_getActiveRequests']) put(process, name, () => [])
  // It could write files; packages ask it which C library is there.
  if (report) put(process, 'report', { getReport: () => report.getReport() })
}
