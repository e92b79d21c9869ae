/**
 * Starts the child process that runs the project's own code: its config, its Sequelize, its driver, its models. Its
 * output and errors arrive as text without credentials; a process that hangs is killed.
 */

import { type ChildProcess, fork } from 'node:child_process'
import path from 'node:path'
import type { UserError } from '../../errors'
import { packageRoot } from '../project'
import { confined, withoutSecrets } from './confined'
import { faultError, gone, printedText, timeoutError } from './endings'
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

/** Timeout of an answer in milliseconds. */
const PATIENCE = 30_000

export interface ProjectProcess {
  /** @throws UserError */
  ask<S extends Service>(
    service: S,
    input: Parameters<Services[S]>[0],
    patience?: number,
  ): Promise<ReturnType<Services[S]>>
  /** Removes credentials from a text. */
  veil: Veil
  /** The file of the project that was loaded last. */
  loading(): string | undefined
  end(): Promise<void>
}

/** The child programs are compiled files, even if the tool itself is bundled. */
export const compiledProgram = (name: string): string =>
  path.join(packageRoot(), 'dist', 'src', 'io', 'loader', `${name}.js`)

interface Waiting {
  resolve(value: unknown): void
  reject(error: Error): void
}

/** Memory limit of the child process in megabytes. */
const MEMORY = 1024

/**
 * @param env variables that are added to the environment of the project's code
 * @param isConfined whether it may only read files, and reach nothing
 */
export function startProject(
  start: string,
  env: Record<string, string | undefined>,
  isConfined = false,
): ProjectProcess {
  const execArgv = ['-r', compiledProgram('watchdog'), `--max-old-space-size=${MEMORY}`]
  const given = isConfined ? withoutSecrets(process.env) : process.env
  const child = fork(compiledProgram('program'), [], {
    cwd: start,
    env: { ...given, ...env, [PARENT]: String(process.pid) },
    ...(isConfined ? confined(execArgv) : { execArgv }),
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
  const onLoading = (file: string | null) => {
    loading = file
    for (const timer of timers) timer.refresh()
  }
  child.on('message', (reply: Reply) => {
    if ('loading' in reply) return onLoading(reply.loading)
    if ('secrets' in reply) {
      veil.hide(reply.secrets)
      isKnown ||= reply.complete
      return
    }
    const waitingCall = waiting.get(reply.id)
    waiting.delete(reply.id)
    if ('fault' in reply) waitingCall?.reject(faultError(reply.fault, veil))
    else waitingCall?.resolve(reply.value)
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
        fail(() => timeoutError(service, patience, shown()))
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

/** Keeps the end of the output of the project's code. */
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
