/** The programs that ours is compared with. */

import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const require = createRequire(import.meta.url)
const here = (name) => fileURLToPath(new URL(name, import.meta.url))

export const built = here('../dist/bin.js')
export const ourTransform = here('../dist/transforms/disable-paranoid.js')
export const peerTransform = here('programs/paranoid-off.cjs')
export const readBytes = here('programs/read-bytes.cjs')

const jscodeshiftProgram = require.resolve('jscodeshift/bin/jscodeshift.js')

/** Ours as a project has it: beside what it depends on, in a node_modules that the projects share. */
export function install(folder) {
  const modules = path.join(folder, 'node_modules')
  fs.mkdirSync(path.join(modules, 'deletedat-codemod'), { recursive: true })
  for (const name of fs.readdirSync(here('../node_modules')))
    if (!name.startsWith('.'))
      fs.symlinkSync(here(`../node_modules/${name}`), path.join(modules, name), 'junction')
  for (const name of ['dist', 'templates', 'package.json'])
    fs.cpSync(here(`../${name}`), path.join(modules, 'deletedat-codemod', name), { recursive: true })
  return path.join(modules, 'deletedat-codemod', 'dist/bin.js')
}

export const node = (...args) => [process.execPath, ...args]

export const jscodeshift = (transform, folder, ...options) =>
  node(jscodeshiftProgram, '-t', transform, '--extensions=js,mjs,ts', '--silent', ...options, folder)

const RULES = ['js', 'ts']
  .map((language) =>
    [
      `id: paranoid-${language}`,
      `language: ${language}`,
      'rule:',
      '  pattern:',
      "    context: '({ paranoid: true })'",
      '    selector: pair',
    ].join('\n'),
  )
  .join('\n---\n')

/** @returns {string[] | undefined} the command; undefined where the program is not on this machine */
export function astGrep(folder) {
  const program = astGrepProgram()
  return program && [program, 'scan', '--inline-rules', RULES, '--json=stream', folder]
}

/** Its package runs a script as it is installed, so it is no dependency: it is taken where it is found. */
function astGrepProgram() {
  const near = path.join(
    here('../node_modules/.bin'),
    process.platform === 'win32' ? 'ast-grep.cmd' : 'ast-grep',
  )
  return [process.env.AST_GREP, fs.existsSync(near) ? near : undefined, 'ast-grep'].find(
    (program) => program && spawnSync(program, ['--version']).status === 0,
  )
}
