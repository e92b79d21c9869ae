/**
 * `npm run bench`: makes projects of many models in a temporary folder, and prints how ours compares with others on
 * them. `--quick` takes the small ones alone, and fails where a ratio is out of bounds; `--rounds N` other than 10 rounds;
 * `--trees DIR` the real projects in a folder, too; `--growth` time against size, too.
 */

import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { growth } from './growth.mjs'
import { compare, compareCosts, costOf } from './measure.mjs'
import { built, install } from './peers.mjs'
import { HABITS, makeHabits } from './project/habits.mjs'
import { makeProject } from './project/index.mjs'
import { replayRow } from './replay.mjs'
import { habitRows, memory, rows } from './rows.mjs'
import { schemaRow } from './schema.mjs'
import { treeRows } from './trees.mjs'

const args = process.argv.slice(2)
const isQuick = args.includes('--quick')
const rounds = Number(args[args.indexOf('--rounds') + 1]) || (isQuick ? 5 : 10)
const trees = args.includes('--trees') ? args[args.indexOf('--trees') + 1] : undefined
const say = (text) => process.stdout.write(`${text}\n`)

/** Rows that a quick run found out of bounds. */
const beyond = []

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

/** Each habit by itself, and all together. */
const habitProjects = (folder) =>
  [...Object.keys(HABITS).map((habit) => [habit]), Object.keys(HABITS)].map((habits) => {
    const project = path.join(folder, habits.join('-'))
    makeHabits(project, 1000, habits)
    const isTyped = habits.includes('typescript')
    return { habit: habits.length > 1 ? 'all habits together' : HABITS[habits[0]], project, isTyped }
  })

function line({ what, peer, than, goal, holds, faster, bound, ours: command }) {
  if (!than) return `| ${what} | ${peer} | | | | ${goal} | left out: it is not on this machine |`
  const found = isQuick && bound ? compareCosts(command, than, rounds) : compare(command, than, rounds)
  if (isQuick && bound && found.ratio > bound)
    beyond.push(`${what}: ${found.ratio.toFixed(2)} times, more than ${bound}`)
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

function growthTable(folder, ours) {
  say('\n| size | from, to | s | s | grows | at most | most memory |')
  say('|---|---|---|---|---|---|---|')
  for (const row of growth(folder, ours, isQuick ? 1 : Math.min(rounds, 3))) {
    const { what, size, small, large, growth: times, most, peak } = row
    if (times > most)
      beyond.push(`${what}: ${times.toFixed(1)} times for ten times the size, more than ${most.toFixed(1)}`)
    say(
      `| ${what} | ${size}, ${10 * size} | ${seconds(small)} | ${seconds(large)} | ${times.toFixed(1)} times | ${most.toFixed(1)} | ${Math.round(peak)} MB |`,
    )
  }
}

function treeTable(ours) {
  if (!trees || !fs.existsSync(trees))
    return say('\nReal projects are left out: --trees names no folder of them.')
  say(
    '\n| project | sources, models | check, s | of `node -e 0` | most memory | JSON to text | one staged model |',
  )
  say('|---|---|---|---|---|---|---|')
  for (const { name, files, models, whole, json, staged } of treeRows(trees, ours, Math.min(rounds, 3)))
    say(
      `| ${name} | ${files}, ${models} | ${seconds(whole.ours)} | ${whole.ratio.toFixed(1)} times | ${Math.round(whole.peak)} MB | ${json.ratio.toFixed(2)} times | ${staged.ratio.toFixed(1)} times |`,
    )
}

async function bench(folder) {
  const ours = install(folder)
  const projects = makeProjects(folder)
  say(`Node ${process.version}, ${os.cpus().length} cores, medians of ${rounds} rounds in turns.\n`)
  say('| ours | the other | ours, s | the other, s | ratio | goal | reached |')
  say('|---|---|---|---|---|---|---|')
  for (const row of rows(projects, ours)) if (!isQuick || !row.slow) say(line(row))
  say(await schemaLine(folder))
  if (isQuick || args.includes('--growth')) growthTable(path.join(folder, 'growth'), ours)
  treeTable(ours)
  if (isQuick) return
  say('')
  for (const row of habitRows(habitProjects(folder), ours)) say(line(row))
  say(await replayLine(projects, ours))
  const { what, ours: command, goal } = memory(projects, ours)
  const { peak } = costOf(command)
  say(`| ${what} | | | | ${Math.round(peak)} MB | under ${goal} MB | ${peak < goal ? 'yes' : 'no'} |`)
}

if (!fs.existsSync(built)) throw new Error('There is no dist: run npm run build first.')
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'deletedat-bench-'))
try {
  await bench(folder)
} finally {
  fs.rmSync(folder, { recursive: true, force: true })
}
for (const one of beyond) say(`Out of bounds: ${one}.`)
process.exitCode = beyond.length ? 1 : 0
