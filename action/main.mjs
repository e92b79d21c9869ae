/** The GitHub Action: runs the check of the project's own deletedat-codemod, and keeps a comment where it is asked for. */

import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { commentOn } from './comment.mjs'

const input = (name) => (process.env[`INPUT_${name.toUpperCase()}`] ?? '').trim()
const lines = (name) =>
  input(name)
    .split(/\r?\n/)
    .map((one) => one.trim())
    .filter(Boolean)

const say = (line) => void process.stdout.write(`${line}\n`)

/** The tool as it is installed in the project, or above it in a workspace. */
function installed(from) {
  for (let folder = from; ; folder = path.dirname(folder)) {
    const home = path.join(folder, 'node_modules/deletedat-codemod')
    const manifest = path.join(home, 'package.json')
    if (fs.existsSync(manifest))
      return path.join(home, JSON.parse(fs.readFileSync(manifest, 'utf8')).bin['deletedat-codemod'])
    if (folder === path.dirname(folder)) return undefined
  }
}

/** Inputs, and with them the token, are nothing that the project's code may see. */
const environment = () =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('INPUT_')))

function main() {
  const cwd = path.resolve(input('working-directory') || '.')
  const bin = installed(cwd)
  if (!bin) {
    say(
      '::error::deletedat-codemod is not installed in this project. Run npm ci before this step, or add it: npm install --save-dev deletedat-codemod.',
    )
    return 2
  }
  const run = (words, options) =>
    spawnSync(process.execPath, [bin, ...words, ...lines('args'), '--', ...lines('paths')], {
      cwd,
      env: environment(),
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
      ...options,
    })
  const code = run(['check'], { stdio: 'inherit' }).status ?? 2
  if (process.env.GITHUB_OUTPUT) fs.appendFileSync(process.env.GITHUB_OUTPUT, `exit-code=${code}\n`)
  if (input('comment') !== 'true') return code
  // Options that only check has leave a report without the changes.
  const tried = [['--dry-run'], ['check']].map(
    (words) => () => run([...words, '--format', 'markdown']).stdout,
  )
  const report = tried.reduce((text, next) => text || next(), '')
  return commentOn(report, { isClean: code === 0, token: input('token'), env: process.env })
    .catch(({ message }) => say(`::warning::The comment was not written: ${message.replaceAll('\n', ' ')}`))
    .then(() => code)
}

process.exitCode = await main()
