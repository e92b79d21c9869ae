/**
 * The process in which the project's own code runs: its config, its Sequelize, its driver, its models. What it prints
 * and what it throws comes here as text, without credentials; if it hangs, it is ended.
 */

import { type ChildProcess, fork } from 'node:child_process'
import path from 'node:path'
import { UserError } from '../../errors'
import { packageRoot } from '../package-root'
import { createVeil, type Veil } from '../veil'
import type { Fault, Reply, Request, Service, Services } from './protocol'
import { secretsInEnvironment } from './secrets'

export {
  type Attempted,
  type Call,
  type Connected,
  type Journal,
  type LoadedModel,
  SOURCE,
  type Source,
} from './protocol'

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
  end(): Promise<void>
}

/** Programs that run beside the tool are compiled files, whatever the tool itself was bundled into. */
export const compiledProgram = (name: string): string =>
  path.join(packageRoot(), 'dist', 'src', 'io', 'loader', `${name}.js`)

interface Waiting {
  resolve(value: unknown): void
  reject(error: Error): void
}

/** @param env what the project's code shall see as its environment */
export function startProject(start: string, env: Record<string, string | undefined>): ProjectProcess {
  const child = fork(compiledProgram('program'), [], {
    cwd: start,
    env: { ...process.env, ...env },
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const veil = createVeil()
  veil.hide(secretsInEnvironment(process.env))
  const waiting = new Map<number, Waiting>()
  const words = lastWords(child)
  let isKnown = false
  const printed = () => printedText(words(), isKnown ? veil : undefined)
  let last = 0
  child.on('message', (reply: Reply) => {
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
  child.on('exit', (code, signal) => fail(() => gone(code, signal, printed())))
  child.on('error', (error) => fail(() => gone(null, error.message, '')))

  return {
    veil,
    ask(service, input, patience = PATIENCE) {
      const id = ++last
      const answer = new Promise<never>((resolve, reject) =>
        waiting.set(id, { resolve: resolve as never, reject }),
      )
      if (!child.connected) fail(() => gone(child.exitCode, null, printed()))
      else child.send({ id, service, input } satisfies Request)
      return inTime(answer, patience, () => {
        fail(() => late(service, patience))
        child.kill('SIGKILL')
      })
    },
    end: () => ended(child),
  }
}

async function inTime<T>(answer: Promise<T>, patience: number, tooLate: () => void): Promise<T> {
  const timer = setTimeout(tooLate, patience)
  try {
    return await answer
  } finally {
    clearTimeout(timer)
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

/** The words of an error behind the words for the user, where they add something. */
function faultError({ what, todo, says }: Fault, veil: Veil): UserError {
  const more = says && !what.includes(says) ? ` It says: ${says}` : ''
  return new UserError(veil(what + more), veil(todo ?? 'Mend it there and run the command again.'))
}

const late = (service: Service, patience: number): UserError =>
  new UserError(
    `The project's own code did not answer within ${patience / 1000} seconds (${service}).`,
    'See whether the database is reached from here, and whether a file of the project waits for something as it loads.',
  )

/** Before its credentials are known nobody can tell whether they are among what it printed. */
function printedText(text: string, veil: Veil | undefined): string {
  if (!text) return ''
  return veil
    ? ` The last it printed: ${veil(text)}`
    : ' What it printed is not shown: a password may be in it.'
}

function gone(code: number | null, signal: string | null, printed: string): UserError {
  const how = signal ? `was ended (${signal})` : `ended itself with exit code ${code}`
  return new UserError(
    `The process that ran the project's code ${how}.${printed}`,
    'A config or model file may call process.exit, or run out of memory; mend it there.',
  )
}
