/** Runs git without a shell, in the top folder of a repository. */

import { spawnSync } from 'node:child_process'
import { realpathSync } from 'node:fs'
import path from 'node:path'
import { codeOf, UserError } from '../../errors'
import { isBelow } from '../reading'

export interface Repository {
  /** Absolute: the top of the working tree. */
  top: string
  /** The object name of the last commit; undefined before the first one. */
  head: string | undefined
  /** The absolute path of a name that git prints, as the working directory spells it. */
  place(name: string): string
  /** The name by which git knows an absolute path, with forward slashes. */
  nameOf(file: string): string
  /** @throws UserError with the first line that git says, if it fails */
  git(args: string[], input?: string): Buffer
  /** Returns what git prints, or undefined if it fails. */
  ask(args: string[], input?: string): string | undefined
}

type Env = Record<string, string | undefined>

interface Ran {
  code: number
  out: Buffer
  says: string
}

/**
 * Keeps git from running a program that the repository's own config names (a file monitor, a transport), and from reading
 * attributes out of a file that it names and that never ends.
 */
const HARMLESS = ['-c', 'core.fsmonitor=false', '-c', 'core.attributesFile=']
const QUIET = { GIT_OPTIONAL_LOCKS: '0', GIT_NO_LAZY_FETCH: '1', GIT_ALLOW_PROTOCOL: 'none', LC_ALL: 'C' }

const MEGABYTE = 1024 * 1024

/** @throws UserError if git is not installed */
function run(cwd: string, env: Env, args: string[], input = ''): Ran {
  const { status, stdout, stderr, error } = spawnSync('git', [...HARMLESS, ...args], {
    cwd,
    input,
    env: { ...env, ...QUIET },
    maxBuffer: 1024 * MEGABYTE,
    windowsHide: true,
  })
  if (codeOf(error) === 'ENOENT')
    throw new UserError(
      'git is not found, and only git knows what has changed.',
      'Install git, or name the files.',
    )
  if (error)
    throw new UserError(`git ${args[0]} could not be run (${error.message}).`, 'Run it by hand to see why.')
  return { code: status ?? 1, out: stdout, says: String(stderr).trim().split('\n')[0] ?? '' }
}

/**
 * In a hook of a linked work tree git sets GIT_DIR alone, and then takes the folder in which it is started for the top.
 * Without it, git finds the repository by the folder; the index that the commit uses is still named by GIT_INDEX_FILE.
 */
function environments(): Env[] {
  const { GIT_DIR, ...found } = process.env
  return GIT_DIR === undefined || process.env.GIT_WORK_TREE !== undefined
    ? [process.env]
    : [found, process.env]
}

/**
 * Turns the filters off that git would run to compare a file of the disk with the index (`filter.lfs.clean`): the
 * repository's own config names them. A file that only a filter makes equal then counts as changed.
 */
function withoutFilters(top: string, env: Env): Env {
  const { out } = run(top, env, [
    'config',
    '-z',
    '--name-only',
    '--get-regexp',
    '^filter[.].*[.](clean|process)$',
  ])
  const names = new Set(parts(out).map((key) => key.replace(/[.]\w+$/, '')))
  const settings = [...names].flatMap((name) => [
    [`${name}.clean`, ''],
    [`${name}.process`, ''],
    [`${name}.required`, 'false'],
  ])
  const first = Number(env.GIT_CONFIG_COUNT ?? 0)
  const added = settings.flatMap(([key, value], index) => [
    [`GIT_CONFIG_KEY_${first + index}`, key],
    [`GIT_CONFIG_VALUE_${first + index}`, value],
  ])
  return { ...env, ...Object.fromEntries(added), GIT_CONFIG_COUNT: String(first + settings.length) }
}

/** @throws UserError if git is not installed, or the folder lies in no repository */
export function repositoryAt(cwd: string): Repository {
  const real = realpathSync(cwd)
  let says = ''
  for (const env of environments()) {
    const asked = run(real, env, ['rev-parse', '--show-cdup', 'HEAD^{commit}'])
    // Before the first commit git fails, and prints what it could not find.
    const found = asked.code === 0 ? asked : run(real, env, ['rev-parse', '--show-cdup'])
    if (found.code === 0) {
      const [up = '', head] = found.out.toString().split('\n')
      const top = path.resolve(real, up)
      return repository(cwd, real, { top, head: head || undefined }, withoutFilters(top, env))
    }
    says = found.says
  }
  throw new UserError(
    `This folder lies in no working tree of git (${says}).`,
    'Start it in one, or name the files: deletedat-codemod check FILE.',
  )
}

/** Returns undefined where there is no git or no repository. */
export function repositoryIfAny(cwd: string): Repository | undefined {
  try {
    return repositoryAt(cwd)
  } catch {
    return undefined
  }
}

function repository(
  cwd: string,
  real: string,
  { top, head }: Pick<Repository, 'top' | 'head'>,
  env: Env,
): Repository {
  return {
    top,
    head,
    place(name) {
      const file = path.join(top, name)
      return isBelow(real, file) ? path.join(cwd, path.relative(real, file)) : file
    },
    nameOf(file) {
      const place = isBelow(cwd, file) ? path.join(real, path.relative(cwd, file)) : file
      return path.relative(top, place).split(path.sep).join('/')
    },
    git(args, input) {
      const { code, out, says } = run(top, env, args, input)
      if (code === 0) return out
      throw new UserError(`git ${args[0]} failed: ${says}`, 'Run it by hand to see why.')
    },
    ask(args, input) {
      const { code, out } = run(top, env, args, input)
      return code === 0 ? out.toString() : undefined
    },
  }
}

/** Splits what git prints with `-z`. */
export const parts = (out: Buffer | string): string[] => out.toString().split('\0').filter(Boolean)
