/** The commit hook, by the tool that runs the project's hooks. */

import path from 'node:path'
import type { InitFacts, InitFile, InitPart } from '../types'
import { inLintStaged } from './lint-staged'
import { hasTool, hookCommand, hookProgram, isPlainName } from './words'
import { withCommand, withRepository } from './yaml'

type Hook = Omit<InitPart, 'name'>

/** A tool that runs hooks. `at` gives the file in which it is configured, if it is used here. */
interface HookTool {
  name: string
  at(facts: InitFacts): string | undefined
  hook(facts: InitFacts, file: string): Hook
}

const RUNS = 'runs check --staged'

const LEFTHOOK = ['lefthook.yml', '.lefthook.yml', 'lefthook.yaml', '.lefthook.yaml']

/** The first that is used is taken. */
const tools: HookTool[] = [
  {
    name: 'lefthook',
    at: ({ top, read }) =>
      LEFTHOOK.map((one) => path.join(top, one)).find((file) => read(file) !== undefined),
    hook: (facts, file) =>
      inText(facts, file, (text) => withCommand(text, hookProgram(facts)), lefthookText(facts)),
  },
  {
    name: 'pre-commit',
    at: ({ top, read }) =>
      [path.join(top, '.pre-commit-config.yaml')].find((file) => read(file) !== undefined),
    hook: (facts, file) =>
      inText(facts, file, (text) => withRepository(text, hookProgram(facts)), hookProgram(facts)),
  },
  {
    name: 'husky',
    at: (facts) => huskyFolder(facts),
    hook: (facts, folder) => ofHusky(facts, folder, inScript(facts, path.join(folder, 'pre-commit'))),
  },
  {
    name: 'a folder of hooks',
    at: ({ hooksPath, top }) =>
      hooksPath === top || hooksPath?.startsWith(top + path.sep) ? hooksPath : undefined,
    hook: (facts, folder) => ({ ...inScript(facts, path.join(folder, 'pre-commit'), true) }),
  },
]

export function hookPart(facts: InitFacts): InitPart {
  if (!facts.isRepository)
    return { name: 'hook', state: 'none', says: 'there is no repository of git here', files: [] }
  const listed = inLintStaged(facts)
  if (listed !== undefined)
    return { name: 'hook', state: 'there', says: `lint-staged: ${listed} has it`, files: [] }
  for (const tool of tools) {
    const at = tool.at(facts)
    if (at === undefined) continue
    const { says, ...hook } = tool.hook(facts, at)
    return { name: 'hook', ...checked(facts, hook), says: `${tool.name}: ${says}` }
  }
  const { says, ...plain } = plainHook(facts)
  return { name: 'hook', ...checked(facts, plain), says: `git: ${says}` }
}

/** A name that would have to be quoted is left to a person. */
function checked(facts: InitFacts, hook: Omit<Hook, 'says'>): Omit<Hook, 'says'> {
  return isPlainName(facts) || hook.state !== 'planned' ? hook : { state: 'by-hand', files: [] }
}

function huskyFolder({ top, cwd, list, dependencies, hooksPath }: InitFacts): string | undefined {
  const folders = [path.join(top, '.husky'), path.join(cwd, '.husky')]
  const there = folders.find((folder) => list(folder) !== undefined)
  if (there !== undefined) return there
  return dependencies.includes('husky') && hooksPath === undefined ? path.join(cwd, '.husky') : undefined
}

/** Husky's hooks run only once it has told git of its folder. */
function ofHusky({ hooksPath }: InitFacts, folder: string, hook: Hook): Hook {
  if (hooksPath === folder || hooksPath?.startsWith(folder + path.sep)) return hook
  const says = `${hook.says}; git does not run it yet, type: npx husky`
  return { ...hook, says, ...(hook.state === 'there' && { state: 'by-hand' as const }) }
}

/**
 * Writes a hook that is a script of a shell, or adds a line to it: in front, for behind the last line of another
 * program it would hide how that ends.
 */
function inScript(facts: InitFacts, file: string, isOfGit = false): Hook {
  const before = facts.read(file)
  const command = hookCommand(facts)
  const shown = path.relative(facts.top, file).split(path.sep).join('/')
  if (hasTool(before)) return { state: 'there', says: `${shown} has it`, files: [] }
  if (before === undefined) {
    const after = `${isOfGit ? '#!/bin/sh\n' : ''}${command}\n`
    return planned(`${shown} ${RUNS}`, { file, after, ...(isOfGit && { isProgram: true }) })
  }
  if (/^#!(?!.*\b(?:ba|da|z|k)?sh\b)/.test(before))
    return { state: 'by-hand', says: `${shown} is no script of a shell; let it run: ${command}`, files: [] }
  const line = command.startsWith('cd ') ? `(${command})` : command
  return planned(`${shown} ${RUNS}`, { file, before, after: withFirst(before, `${line} || exit 1`) })
}

const planned = (says: string, ...files: InitFile[]): Hook => ({ state: 'planned', says, files })

/** Behind the first line, if that names the shell, and behind the one by which husky 8 begins. */
function withFirst(text: string, line: string): string {
  const [head = ''] = /^(?:#!.*\r?\n)?(?:\. .*husky\.sh.*\r?\n)?/.exec(text) ?? []
  return `${head}${line}${text.includes('\r\n') ? '\r\n' : '\n'}${text.slice(head.length)}`
}

function inText(
  facts: InitFacts,
  file: string,
  change: (text: string) => string | undefined,
  byHand: string,
): Hook {
  const before = facts.read(file) ?? ''
  const shown = path.relative(facts.top, file).split(path.sep).join('/')
  if (hasTool(before)) return { state: 'there', says: `${shown} has it`, files: [] }
  const after = change(before)
  return after === undefined
    ? {
        state: 'by-hand',
        says: `${shown} is not written as it is read here; add to it: ${byHand}`,
        files: [],
      }
    : planned(`${shown} ${RUNS}`, { file, before, after })
}

const lefthookText = (facts: InitFacts): string =>
  `pre-commit, commands, deletedat, run: ${hookProgram(facts)}`

/** `.githooks/pre-commit`, and core.hooksPath, which package.json sets in each clone. */
function plainHook(facts: InitFacts): Hook {
  const { top, cwd, read, hasOwnHook, hooksPath } = facts
  const command = hookCommand(facts)
  if (hooksPath !== undefined)
    return {
      state: 'by-hand',
      says: `core.hooksPath leads out of the repository; add to its pre-commit: ${command}`,
      files: [],
    }
  if (hasOwnHook)
    return { state: 'by-hand', says: `.git/hooks has a pre-commit; add to it: ${command}`, files: [] }
  const script = inScript(facts, path.join(top, '.githooks', 'pre-commit'), true)
  const hook = script.state === 'there' ? planned(`${script.says}, and git is told here to run it`) : script
  const prepare = preparedManifest(path.join(cwd, 'package.json'), read)
  return {
    ...hook,
    says: prepare ? hook.says : `${hook.says}; in each clone type: git config core.hooksPath .githooks`,
    files: [...hook.files, ...(prepare ? [prepare] : [])],
    git: ['core.hooksPath', '.githooks'],
  }
}

/** package.json with a script `prepare`; undefined if it has one, or is not formatted as JSON.stringify does it. */
function preparedManifest(file: string, read: InitFacts['read']): InitFile | undefined {
  const before = read(file)
  if (before === undefined) return undefined
  const indent = /^\{\r?\n([ \t]+)"/.exec(before)?.[1] ?? ''
  const [end = ''] = /\r?\n$/.exec(before) ?? []
  let manifest: unknown
  try {
    manifest = JSON.parse(before)
  } catch {
    return undefined
  }
  const print = (value: unknown) =>
    JSON.stringify(value, null, indent).replaceAll('\n', before.includes('\r\n') ? '\r\n' : '\n') + end
  if (typeof manifest !== 'object' || manifest === null || print(manifest) !== before) return undefined
  const scripts =
    'scripts' in manifest && typeof manifest.scripts === 'object' ? (manifest.scripts ?? {}) : {}
  if ('prepare' in scripts) return undefined
  const after = print({
    ...manifest,
    scripts: { ...scripts, prepare: 'git config core.hooksPath .githooks' },
  })
  return { file, before, after }
}
