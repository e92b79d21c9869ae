/** The installed command in a pseudo terminal: what it shows, and the keys that somebody presses. */

import { stripVTControlCharacters } from 'node:util'
import { home } from './project'

/** What is used of node-pty. */
interface Pty {
  spawn(
    file: string,
    args: string[],
    options: { cols: number; rows: number; cwd: string; env: Record<string, string>; name: string },
  ): Child
}

interface Child {
  onData(heard: (data: string) => void): void
  onExit(heard: (end: { exitCode: number; signal?: number }) => void): void
  write(keys: string): void
  kill(): void
}

/** undefined where this machine has no prebuilt one; REQUIRE_PTY makes that a failure. */
function loaded(): Pty | undefined {
  try {
    return require('@lydell/node-pty') as Pty
  } catch (error) {
    const reason = `no pseudo terminal can be had here: ${(error as Error).message.split('\n')[0]}`
    if (process.env.REQUIRE_PTY) throw new Error(reason)
    process.stderr.write(`Skipped: ${reason}. REQUIRE_PTY=1 makes this a failure.\n`)
    return undefined
  }
}

const pty = loaded()

/** `describe`, skipped where there is no pseudo terminal. */
export const describeAtTerminal: typeof describe.skip = pty ? describe : describe.skip

export const KEY = { up: '\u001b[A', down: '\u001b[B', enter: '\r', stop: '\u0003', end: '\u0004' }

export interface Options {
  columns?: number
  env?: Record<string, string>
  /** What a shell is told instead of the command alone: `{}` stands for it. */
  line?: string
}

/** @param args as they are typed behind the command */
export function atTerminal(args: string, { columns = 80, env = {}, line = '{}' }: Options = {}) {
  if (!pty) throw new Error('There is no pseudo terminal.')
  const typed = line.replace('{}', `node_modules/.bin/deletedat-codemod ${args}`)
  const isWindows = process.platform === 'win32'
  const child = pty.spawn(
    isWindows ? 'cmd.exe' : 'sh',
    isWindows ? ['/c', typed.replaceAll('/', '\\')] : ['-c', typed],
    { cols: columns, rows: 50, cwd: home, env: { ...surroundings(), ...env }, name: 'xterm-256color' },
  )
  return session(child)
}

/** Neither CI nor a wish for colours reaches the program from this machine. */
function surroundings(): Record<string, string> {
  const { CI: _ci, FORCE_COLOR: _force, NO_COLOR: _no, NODE_ENV: _node, ...env } = process.env
  return { ...(env as Record<string, string>), npm_config_offline: 'true' }
}

/** Milliseconds that something to be shown is waited for. */
const PATIENCE = 60_000

function session(child: Child) {
  let raw = ''
  let seen = 0
  let wake = () => {}
  let code: number | undefined
  child.onData((data) => {
    raw += data
    wake()
  })
  child.onExit(({ exitCode, signal }) => {
    code = signal ? 128 + signal : exitCode
    wake()
  })
  const text = () => stripVTControlCharacters(raw).replaceAll('\r\n', '\n')
  const until = (isSo: () => boolean, what: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        child.kill()
        reject(new Error(`${what} did not come. It shows:\n${text()}`))
      }, PATIENCE)
      wake = () => {
        if (!isSo() && code === undefined) return
        clearTimeout(timer)
        wake = () => {}
        if (isSo()) resolve()
        else reject(new Error(`It ended with ${code} before ${what}. It shows:\n${text()}`))
      }
      wake()
    })
  return {
    /** Everything that was shown, without colours and movements. */
    text,
    raw: () => raw,
    /** Waits until this is shown, after whatever was waited for before. */
    async shows(wanted: string | RegExp): Promise<void> {
      const found = () => {
        const rest = text().slice(seen)
        if (typeof wanted === 'string')
          return rest.includes(wanted) ? rest.indexOf(wanted) + wanted.length : -1
        const match = wanted.exec(rest)
        return match ? match.index + match[0].length : -1
      }
      await until(() => found() >= 0, String(wanted))
      seen += found()
    },
    press: (keys: string) => child.write(keys),
    /** @returns the exit code */
    async ends(): Promise<number> {
      await until(() => code !== undefined, 'its end')
      return code as number
    },
  }
}
