/**
 * `npm run torture`: faults, kills and rivals at every single call of `fs` while it writes, and generated projects.
 * `-- --quick` takes a sample that fits in three minutes; `-- --seed N` takes the same order again. A long run can be cut:
 * `--parts "kills,two at once"` takes only these, `--from N` leaves out the first N cases of each, `--minutes N` ends after
 * so long and says how far it came, `--inputs N` sets how many files are generated.
 */

const { crowd } = require('./crowd.cjs')
const { arm, disarm } = require('./faults.cjs')
const { cleanRun, faultAt } = require('./every-call.cjs')
const { editorAt, editorInRollbackAt, SAVES } = require('./editor.cjs')
const { inputs, stop } = require('./inputs.cjs')
const { killedDeploys, servers } = require('./live.cjs')
const { killAt, killRollbackAt, swapAt } = require('./kills.cjs')
const { CASES } = require('./project.cjs')
const { killedStatements } = require('./statements.cjs')
const { together } = require('./together.cjs')

/** What follows an option on the command line, if it was given. */
const argument = (name) => process.argv[process.argv.indexOf(name) + 1 || Number.POSITIVE_INFINITY]
const isQuick = process.argv.includes('--quick')
const seed = Number(argument('--seed') ?? Date.now() % 1_000_000)
const from = Number(argument('--from') ?? 0)
const wanted = argument('--parts')?.split(',')
const endOfRun = Date.now() + Number(argument('--minutes') ?? Number.POSITIVE_INFINITY) * 60_000
const say = (line) => process.stdout.write(`${line}\n`)

/** mulberry32 */
function random() {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const next = random()
const upTo = (count) => Array.from({ length: count }, (_, index) => index + 1)
/** Of a quick run the sample is mixed, so that whatever the time allows is spread over all. */
const mixed = (list) =>
  list
    .map((one) => ({ one, by: next() }))
    .sort((a, b) => a.by - b.by)
    .map(({ one }) => one)

/** Generated files of a whole run. */
const FILES = Number(argument('--inputs') ?? 100_000)

/** So many projects have a seed of their own, so that what fails in one does not end the others. */
const BATCH = 25

/** Seconds that each part of a quick run may take. */
const SECONDS = {
  'failing calls': 50,
  kills: 25,
  'killed rollbacks': 15,
  'swapped folders': 15,
  'edited under way': 15,
  'two at once': 15,
  'generated projects': 30,
}

async function partsOf() {
  const cleans = new Map()
  for (const kind of Object.keys(CASES)) cleans.set(kind, await cleanRun(kind))
  const every = (work) =>
    [...cleans].flatMap(([kind, clean]) => upTo(clean.calls).flatMap((at) => work(kind, clean, at)))
  const codes = ['ENOSPC', 'EACCES', 'EIO', 'EMFILE']
  const moments = ['before', 'after']
  const b = cleans.get('B')
  return {
    'failing calls': every((kind, clean, at) =>
      codes.flatMap((code) =>
        ['fail', 'fail-on'].map((how) => () => faultAt(kind, clean, { at, how, code })),
      ),
    ),
    kills: every((kind, clean, at) => moments.map((how) => () => killAt(kind, clean, { at, how }))),
    'killed rollbacks': upTo(b.calls).flatMap((at) =>
      moments.map((how) => () => killRollbackAt(b, { at, how })),
    ),
    'swapped folders': every((kind, _, at) =>
      ['.deletedat-codemod', 'models', 'migrations'].map(
        (folder) => () => swapAt(kind, folder, at, arm, disarm),
      ),
    ),
    'edited under way': Object.keys(SAVES).flatMap((how) => [
      ...['B', 'C'].flatMap((kind) =>
        upTo(cleans.get(kind).calls).map((at) => () => editorAt(kind, cleans.get(kind), at, how)),
      ),
      ...upTo(b.calls).map((at) => () => editorInRollbackAt(at, how)),
    ]),
    'two at once': [...cleans].flatMap(([kind, clean]) => upTo(25).map(() => () => together(kind, clean))),
  }
}

const isWanted = (name) => !wanted || wanted.includes(name)
const endOf = (name) => Math.min(endOfRun, isQuick ? Date.now() + SECONDS[name] * 1000 : endOfRun)

/** @returns how many faults were found */
async function part(name, cases) {
  const end = endOf(name)
  let [done, faults] = [Math.min(from, cases.length), 0]
  for (const one of mixed(cases).slice(from)) {
    if (Date.now() > end) break
    const found = await one()
    done++
    faults += found.length
    for (const fault of found) say(`  ${fault}`)
    if (!isQuick && done % 500 === 0) say(`${name}: ${done} so far`)
  }
  say(`${name}: ${done} of ${cases.length}${from ? `, the first ${from} left out` : ''}`)
  return faults
}

async function generated(name) {
  const until = endOf(name)
  let [tried, files, faults] = [0, 0, 0]
  for (let batch = Math.floor(from / BATCH); files < FILES && Date.now() < until; batch++) {
    const made = await inputs({ seed: seed + batch, count: BATCH, until, say })
    tried += made.tried
    files += made.files
    faults += made.faults.length
    for (const fault of made.faults) say(`  ${fault}`)
    if (!isQuick) say(`${name}: ${tried} of ${files} files so far`)
    if (made.isCut) break
  }
  stop()
  say(`${name}: ${tried} of ${files} files`)
  return faults
}

/** What is done on each server that is reached, in a whole run. */
const LIVE = { 'killed deploys': killedDeploys, 'killed statements': killedStatements, crowd }

async function live(work) {
  let faults = 0
  for (const server of servers) {
    const made = await work(server, { random: next, until: endOfRun, say })
    faults += made.length
    for (const fault of made) say(`  ${fault}`)
  }
  return faults
}

async function torture() {
  say(`seed ${seed}`)
  let faults = 0
  for (const [name, cases] of Object.entries(await partsOf()))
    if (isWanted(name)) faults += await part(name, cases)
  if (isWanted('generated projects')) faults += await generated('generated projects')
  for (const [name, work] of Object.entries(isQuick ? {} : LIVE))
    if (isWanted(name)) faults += await live(work)
  say(faults ? `${faults} faults` : 'nothing was lost')
  process.exitCode = faults ? 1 : 0
}

void torture()
