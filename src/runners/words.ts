/** Commands as words that sh, cmd and PowerShell take alike: no `&&`, no `cd`, options instead. */

import path from 'node:path'
import type { RunnerFacts } from '../types'

/** Quoted for every common shell where it must be. */
export const word = (text: string): string => (/^[\w./@:=-]+$/.test(text) ? text : JSON.stringify(text))

/** As it is written from where the user stands. */
export const shown = ({ cwd }: RunnerFacts, file: string): string =>
  word(path.relative(cwd, file).split(path.sep).join('/') || '.')

export const isElsewhere = ({ cwd, start }: RunnerFacts): boolean => cwd !== start

/** A program of a package that lies in the project's node_modules; it runs in the folder where the user stands. */
export function npx(facts: RunnerFacts, name: string, program = name): string {
  const { cwd, start } = facts
  const isHere = !isElsewhere(facts) || facts.isInstalled(name, cwd)
  return isHere ? `npx ${program}` : `npx --prefix ${shown(facts, start)} ${program}`
}

/** A script of package.json; it runs in the folder of that file. */
export const npmRun = (facts: RunnerFacts, script: string): string =>
  isElsewhere(facts)
    ? `npm --prefix ${shown(facts, facts.start)} run ${word(script)}`
    : `npm run ${word(script)}`

/** A file run by Node, in the folder where the runner is started. */
export function node(facts: RunnerFacts, file: string, args: string[] = []): string {
  const { start } = facts
  const script = path.relative(start, file).split(path.sep).join('/')
  if (!isElsewhere(facts)) return ['node', word(script), ...args].join(' ')
  const all = [script, ...args].map((one) => `'${one}'`).join(',')
  const where = path.relative(facts.cwd, start).split(path.sep).join('/')
  // No option of Node's changes the folder, and `cd x && y` is not for every shell.
  return `node -e "process.exitCode=require('child_process').spawnSync('node',[${all}],{cwd:'${where}',stdio:'inherit'}).status"`
}

/** The name of the script in package.json whose text is such a command. */
export const scriptLike = ({ scripts }: RunnerFacts, pattern: RegExp): string | undefined =>
  Object.keys(scripts).find((name) => pattern.test(scripts[name] ?? ''))
