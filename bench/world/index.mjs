/**
 * `npm run world -- DIR`: holds the sources of evidence against each other, for every package under DIR that depends on
 * Sequelize. README.md beside this file tells what is held against what, and how to read the answer.
 */

import fs from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { differences } from './compare.mjs'
import { copyOf, evidenceOf, toolHash } from './evidence.mjs'
import { packagesUnder } from './packages.mjs'
import { sinceLast, sum, table } from './sums.mjs'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string', default: 'world.json' },
    than: { type: 'string' },
    tool: { type: 'string', default: path.join(import.meta.dirname, '..', '..', 'dist', 'bin.js') },
    only: { type: 'string', multiple: true, default: [] },
    all: { type: 'boolean', default: false },
    again: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    seconds: { type: 'string', default: '60' },
    megabytes: { type: 'string', default: '1500' },
  },
})
const say = (text) => process.stdout.write(`${text}\n`)
const [folder] = positionals
if (!folder || positionals.length > 1) {
  process.stderr.write(
    'Name one folder that holds projects: npm run world -- DIR. See bench/world/README.md.\n',
  )
  process.exit(2)
}

const read = (file) => (file && fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : undefined)
const cli = path.resolve(values.tool)
const limits = {
  cli,
  seconds: Number(values.seconds),
  megabytes: Number(values.megabytes),
  quick: values.quick,
}
const [before, done] = [read(values.than), (!values.again && read(values.out)?.packages) || {}]
const packages = packagesUnder(path.resolve(folder), values.all).filter(
  ({ name }) => !values.only.length || values.only.some((part) => name.includes(part)),
)
const tool = toolHash(cli)

let copy
for (const one of packages) {
  const last = done[one.name]
  if (last?.tool === tool) continue
  if (copy?.repository !== one.repository) {
    copy?.forget()
    copy = copyOf(one.repository)
  }
  const evidence = evidenceOf(one, copy, limits, last)
  done[one.name] = { tool, ...differences(evidence), seconds: evidence.seconds, recorded: evidence.recorded }
  for (const line of done[one.name].lines) say(`${one.name}: ${line}`)
  fs.writeFileSync(values.out, JSON.stringify({ packages: done }))
}
copy?.forget()

const rows = Object.fromEntries(packages.map(({ name }) => [name, done[name]]).filter(([, row]) => row))
say(table(sum(Object.values(rows))))
if (before) for (const line of sinceLast(before.packages, rows)) say(line)
