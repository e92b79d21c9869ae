/** Makes commands that work in sh, cmd and PowerShell: with options instead of `&&` and `cd`. */

import path from 'node:path'
import type { RunnerFacts } from '../types'

/** Quotes a word, if needed, for every common shell. */
export const word = (text: string): string => (/^[\w./@:=-]+$/.test(text) ? text : JSON.stringify(text))

/** Returns the path of a file relative to the working directory. */
export const shown = ({ cwd }: RunnerFacts, file: string): string =>
  word(path.relative(cwd, file).split(path.sep).join('/') || '.')

export const isElsewhere = ({ cwd, start }: RunnerFacts): boolean => cwd !== start

/** Runs a program from the project's node_modules, in the working directory. */
export function npx(facts: RunnerFacts, name: string, program = name): string {
  const { cwd, start } = facts
  const isHere = !isElsewhere(facts) || facts.isInstalled(name, cwd)
  return isHere ? `npx ${program}` : `npx --prefix ${shown(facts, start)} ${program}`
}

/** Runs a script of package.json, in the folder of that file. */
export const npmRun = (facts: RunnerFacts, script: string): string =>
  isElsewhere(facts)
    ? `npm --prefix ${shown(facts, facts.start)} run ${word(script)}`
    : `npm run ${word(script)}`

/** Runs a file with Node, in the folder where the runner starts. */
export function node(facts: RunnerFacts, file: string, args: string[]): string {
  const { start } = facts
  const script = path.relative(start, file).split(path.sep).join('/')
  if (!isElsewhere(facts)) return ['node', word(script), ...args].join(' ')
  const all = [script, ...args].map((one) => `'${one}'`).join(',')
  const where = path.relative(facts.cwd, start).split(path.sep).join('/')
  // Node has no option to change the folder, and `cd x && y` does not work in every shell.
  return `node -e "process.exitCode=require('child_process').spawnSync('node',[${all}],{cwd:'${where}',stdio:'inherit'}).status"`
}

/** Returns the name of the first package.json script that matches the pattern. */
export const scriptLike = ({ scripts }: RunnerFacts, pattern: RegExp): string | undefined =>
  Object.keys(scripts).find((name) => pattern.test(scripts[name] ?? ''))
