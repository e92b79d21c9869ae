/** Gathers what `init` goes by: git, lock files, hooks and CI of the project. Runs nothing but git. */

import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import type { InitFacts, PackageManager } from '../../types'
import { type Repository, repositoryIfAny } from '../git'
import { everyDependency, installed, manifestIn, textOfRegular } from '../reading'
import { configFileAt } from './config-file'
import { toolFile } from './tool-command'

const NAME = 'deletedat-codemod'

const LOCKS: [file: string, manager: PackageManager][] = [
  ['pnpm-lock.yaml', 'pnpm'],
  ['yarn.lock', 'yarn'],
  ['bun.lock', 'bun'],
  ['bun.lockb', 'bun'],
  ['package-lock.json', 'npm'],
  ['npm-shrinkwrap.json', 'npm'],
]

export function initFacts(cwd: string): InitFacts {
  const repository = repositoryIfAny(cwd)
  const below = repository?.nameOf(cwd) ?? ''
  const top = below ? cwd.slice(0, -below.length - 1) : cwd
  const folders = below ? [cwd, top] : [cwd]
  const manifests: object[] = folders.flatMap((folder) => manifestIn(folder) ?? [])
  const bin = installed(cwd, NAME)
  const schema = toolFile(cwd, 'schema/config.schema.json')
  return {
    cwd,
    top,
    isRepository: repository !== undefined,
    below,
    ...managerIn(folders, top),
    isPinned: manifests.some((one) => 'packageManager' in one),
    dependencies: manifests.flatMap((one) => Object.keys(everyDependency(one))),
    ...(bin && { installed: bin.folder === path.join(cwd, 'node_modules', NAME) ? 'project' : 'top' }),
    ...(repository && ofGit(repository, top)),
    hasOwnHook: repository !== undefined && hasOwnHook(repository, top),
    ...(schema.startsWith('node_modules/') && { schema: `./${schema}` }),
    hasConfig: configFileAt(cwd) !== undefined,
    read: textOfRegular,
    list: namesIn,
  }
}

function managerIn(folders: string[], top: string): Pick<InitFacts, 'manager' | 'lockFile'> {
  for (const folder of folders)
    for (const [file, manager] of LOCKS) {
      if (!existsSync(path.join(folder, file))) continue
      const lockFile = path.relative(top, path.join(folder, file)).split(path.sep).join('/')
      return { manager: manager === 'yarn' && isBerry(folder) ? 'yarn-berry' : manager, lockFile }
    }
  return { manager: 'npm' }
}

/** Yarn 2 and later have a config of another name, and say so in the lock file. */
const isBerry = (folder: string): boolean =>
  existsSync(path.join(folder, '.yarnrc.yml')) ||
  /^__metadata:/m.test(textOfRegular(path.join(folder, 'yarn.lock')) ?? '')

function ofGit(repository: Repository, top: string): Pick<InitFacts, 'hooksPath' | 'remote'> {
  const asked = (args: string[]) => repository.ask(args)?.trim() || undefined
  const hooks = asked(['config', '--get', 'core.hooksPath'])
  const remote = asked(['config', '--get', 'remote.origin.url'])
  return {
    ...(hooks !== undefined && { hooksPath: path.resolve(top, hooks) }),
    ...(remote !== undefined && { remote }),
  }
}

function hasOwnHook(repository: Repository, top: string): boolean {
  const folder = repository.ask(['rev-parse', '--git-path', 'hooks'])?.trim()
  return folder !== undefined && existsSync(path.resolve(top, folder, 'pre-commit'))
}

function namesIn(folder: string): string[] | undefined {
  try {
    return readdirSync(folder).sort()
  } catch {
    return undefined
  }
}

/** Tells git where the hooks are. @returns false if git fails */
export const configureGit = (cwd: string, args: string[]): boolean =>
  repositoryIfAny(cwd)?.ask(['config', ...args]) !== undefined
