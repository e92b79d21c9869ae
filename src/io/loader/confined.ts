/**
 * How a process is started that may run the project's code and reach nothing: by Node's permission model, on Linux in a
 * network namespace of its own where the system lets a user make one, and without the secrets of the environment.
 */

import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { gte } from 'semver'
import { secretsInUrl } from './secrets'

/** From these versions on the flag has its final name. */
const isFinal = (version: string): boolean =>
  gte(version, '23.5.0') || (gte(version, '22.13.0') && !gte(version, '23.0.0'))

/** Files are read, and nothing else is allowed. The worker is the watchdog's own; `doors.ts` shuts it for the project. */
export const permissionFlags = (): string[] => [
  isFinal(process.versions.node) ? '--permission' : '--experimental-permission',
  '--allow-fs-read=*',
  '--allow-worker',
  '--no-warnings',
]

/**
 * Runs a program in a new network namespace, in which nothing is but a loopback that is down. Root needs no namespace of
 * users for that, and would lose the right to read files of others in one.
 */
const UNSHARE = process.getuid?.() === 0 ? ['--net', '--'] : ['--user', '--map-current-user', '--net', '--']

let found: string | null | undefined

/** @returns the absolute path of a program that can do so here; containers and some systems forbid it */
export function namespaceProgram(): string | null {
  found ??=
    ['/usr/bin/unshare', '/bin/unshare'].find((one) => process.platform === 'linux' && can(one)) ?? null
  return found
}

const can = (unshare: string): boolean =>
  existsSync(unshare) &&
  spawnSync(unshare, [...UNSHARE, unshare, '--version'], { stdio: 'ignore', timeout: 5000 }).status === 0

/** What `fork` takes, so that Node with these arguments runs confined. */
export function confined(execArgv: string[]): { execPath: string; execArgv: string[] } {
  const whole = [...execArgv, ...permissionFlags()]
  const program = namespaceProgram()
  return program
    ? { execPath: program, execArgv: [...UNSHARE, process.execPath, ...whole] }
    : { execPath: process.execPath, execArgv: whole }
}

const SECRET =
  /(?:pass(?:word|wd|phrase)?|pwd|secret|token|credentials?|(?:access|api|auth|encryption|jwt|private|secret|signing)_?key)(?:_?\d+)?$/i

const WITHHELD = 'withheld'

/** Code that checks whether a variable is set goes on; what it holds is not there. */
export function withoutSecrets(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(env).map(([name, value = '']) => {
      if (value && SECRET.test(name)) return [name, WITHHELD]
      const [password] = secretsInUrl(value)
      return [name, password ? value.replace(password, () => WITHHELD) : value]
    }),
  )
}
