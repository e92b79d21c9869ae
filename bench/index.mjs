/**
 * `npm run bench`: makes projects of many models in a temporary folder, and prints how ours compares with others on
 * them. `--quick` takes the small ones alone, `--rounds N` other than 10 rounds.
 */

import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { compare, peakOf } from './measure.mjs'
import { built, install, peakReporter } from './peers.mjs'
import { makeProject } from './project/index.mjs'
import { replayRow } from './replay.mjs'
import { memory, rows } from './rows.mjs'
import { schemaRow } from './schema.mjs'

const args = process.argv.slice(2)
const isQuick = args.includes('--quick')
const rounds = Number(args[args.indexOf('--rounds') + 1]) || (isQuick ? 5 : 10)
const say = (text) => process.stdout.write(`${text}\n`)

function makeProjects(folder) {
  const make = (name, count, options) => {
    makeProject(path.join(folder, name), { models: count, migrations: count, ...options })
    return path.join(folder, name)
  }
  return {
    few: make('few', 20),
    small: make('small', 1000),
    large: isQuick ? path.join(folder, 'large') : make('large', 10_000),
    bare: isQuick ? path.join(folder, 'bare') : make('bare', 1000, { bare: true }),
  }
}

const seconds = (number) => number.toFixed(3)

function line({ what, peer, than, goal, holds, faster, ours: command }) {
  if (!than) return `| ${what} | ${peer} | | | | ${goal} | left out: it is not on this machine |`
  const found = compare(command, than, rounds)
  const ratio = faster ? `${(1 / found.ratio).toFixed(1)} times faster` : `${found.ratio.toFixed(2)} times`
  return `| ${what} | ${peer} | ${seconds(found.ours)} | ${seconds(found.peer)} | ${ratio} | ${goal} | ${holds(found.ratio) ? 'yes' : 'no'} |`
}

/** The question itself is timed, not the process around it. */
async function schemaLine(folder) {
  const found = await schemaRow(folder, rounds)
  const [what, peer, goal] = ['the schema of 900 tables', '`describeTable` one by one', '12 times faster']
  if (!found) return `| ${what} | ${peer} | | | | ${goal} | left out: there is no PostgreSQL |`
  const faster = 1 / found.ratio
  return `| ${what} | ${peer} | ${seconds(found.ours)} | ${seconds(found.peer)} | ${faster.toFixed(1)} times faster | ${goal} | ${faster >= 12 ? 'yes' : 'no'} |`
}

async function replayLine({ small }, ours) {
  const found = await replayRow(small, ours, Math.min(rounds, 3))
  const [what, peer, goal] = ['replay of 1,000 migrations', 'sequelize-cli on PostgreSQL', 'not slower']
  if (!found) return `| ${what} | ${peer} | | | | ${goal} | left out: there is no PostgreSQL |`
  return `| ${what} | ${peer} | ${seconds(found.ours)} | ${seconds(found.peer)} | ${found.ratio.toFixed(2)} times | ${goal} | ${found.ratio <= 1 ? 'yes' : 'no'} |`
}

async function bench(folder) {
  const ours = install(folder)
  const projects = makeProjects(folder)
  say(`Node ${process.version}, ${os.cpus().length} cores, medians of ${rounds} rounds in turns.\n`)
  say('| ours | the other | ours, s | the other, s | ratio | goal | reached |')
  say('|---|---|---|---|---|---|---|')
  for (const row of rows(projects, ours)) if (!isQuick || !row.slow) say(line(row))
  say(await schemaLine(folder))
  if (isQuick) return
  say(await replayLine(projects, ours))
  const { what, ours: command, goal } = memory(projects, ours)
  const peak = peakOf(command, peakReporter)
  say(`| ${what} | | | | ${Math.round(peak)} MB | under ${goal} MB | ${peak < goal ? 'yes' : 'no'} |`)
}

if (!fs.existsSync(built)) throw new Error('There is no dist: run npm run build first.')
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'deletedat-bench-'))
try {
  await bench(folder)
} finally {
  fs.rmSync(folder, { recursive: true, force: true })
}
