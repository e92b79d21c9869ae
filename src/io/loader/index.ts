/**
 * The process in which the project's own code runs: its config, its Sequelize, its driver, its models. What it prints
 * and what it throws comes here as text, without credentials; if it hangs, it is ended.
 */

import { type ChildProcess, fork } from 'node:child_process'
import path from 'node:path'
import type { UserError } from '../../errors'
import { packageRoot } from '../project'
import { faultError, gone, late, printedText } from './endings'
import { PARENT, type Reply, type Request, type Service, type Services } from './protocol'
import { secretsInEnvironment } from './secrets'
import { createVeil, type Veil } from './veil'

export {
  type Attempted,
  type Call,
  type Connected,
  type Journal,
  type LoadedModel,
  type ModelFile,
  PARENT,
  SOURCE,
  type Source,
} from './protocol'
export { decoded } from './secrets'
export type { Veil } from './veil'

/** Milliseconds until an answer is not waited for any longer. */
const PATIENCE = 30_000

export interface ProjectProcess {
  /** @throws UserError */
  ask<S extends Service>(
    service: S,
    input: Parameters<Services[S]>[0],
    patience?: number,
  ): Promise<ReturnType<Services[S]>>
  /** Takes credentials out of a text. */
  veil: Veil
  /** The file of the project that was being loaded last. */
  loading(): string | undefined
  end(): Promise<void>
}

/** Programs that run beside the tool are compiled files, whatever the tool itself was bundled into. */
export const compiledProgram = (name: string): string =>
  path.join(packageRoot(), 'dist', 'src', 'io', 'loader', `${name}.js`)

interface Waiting {
  resolve(value: unknown): void
  reject(error: Error): void
}

/** Megabytes that a project's models may fill. */
const MEMORY = 1024

/** @param env what the project's code shall see as its environment */
export function startProject(start: string, env: Record<string, string | undefined>): ProjectProcess {
  const child = fork(compiledProgram('program'), [], {
    cwd: start,
    env: { ...process.env, ...env, [PARENT]: String(process.pid) },
    execArgv: ['-r', compiledProgram('watchdog'), `--max-old-space-size=${MEMORY}`],
    serialization: 'advanced',
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const veil = createVeil()
  veil.hide(secretsInEnvironment(process.env))
  const waiting = new Map<number, Waiting>()
  const words = lastWords(child)
  const timers = new Set<NodeJS.Timeout>()
  let isKnown = false
  const printed = () => printedText(words(), isKnown ? veil : undefined)
  let last = 0
  let loading: string | null = null
  const shown = () => loading && path.relative(start, loading)
  const heard = (file: string | null) => {
    loading = file
    for (const timer of timers) timer.refresh()
  }
  child.on('message', (reply: Reply) => {
    if ('loading' in reply) return heard(reply.loading)
    if ('secrets' in reply) {
      veil.hide(reply.secrets)
      isKnown ||= reply.complete
      return
    }
    const asked = waiting.get(reply.id)
    waiting.delete(reply.id)
    if ('fault' in reply) asked?.reject(faultError(reply.fault, veil))
    else asked?.resolve(reply.value)
  })
  const fail = (error: () => UserError) => {
    for (const { reject } of waiting.values()) reject(error())
    waiting.clear()
  }
  child.on('exit', (code, signal) => fail(() => gone(code, signal, shown(), printed())))
  child.on('error', (error) => fail(() => gone(null, error.message, shown(), '')))

  return {
    veil,
    loading: () => loading ?? undefined,
    ask(service, input, patience = PATIENCE) {
      const id = ++last
      const answer = new Promise<never>((resolve, reject) =>
        waiting.set(id, { resolve: resolve as never, reject }),
      )
      if (!child.connected) fail(() => gone(child.exitCode, null, shown(), printed()))
      else child.send({ id, service, input } satisfies Request)
      const timer = setTimeout(() => {
        fail(() => late(service, patience, shown()))
        child.kill('SIGKILL')
      }, patience)
      timers.add(timer)
      return answer.finally(() => {
        clearTimeout(timer)
        timers.delete(timer)
      })
    },
    end: () => ended(child),
  }
}

/** The end of what the project's code printed. */
function lastWords(child: ChildProcess): () => string {
  let text = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (data: string) => {
      text = (text + data).slice(-2000)
    })
  return () => text.trim()
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), 2000)
    child.once('exit', () => {
      clearTimeout(timer)
      resolve()
    })
    if (child.connected) child.disconnect()
    else child.kill('SIGKILL')
  })
}
