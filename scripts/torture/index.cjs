/**
 * `npm run torture`: faults, kills and rivals at every single call of `fs` while it writes, and generated projects.
 * `-- --quick` takes a sample that fits in three minutes; `-- --seed N` takes the same sample again.
 */

const { arm, disarm } = require('./faults.cjs')
const { cleanRun, faultAt } = require('./every-call.cjs')
const { inputs } = require('./inputs.cjs')
const { killAt, killRollbackAt, swapAt } = require('./kills.cjs')
const { CASES } = require('./project.cjs')
const { together } = require('./together.cjs')

const argument = (name) => process.argv[process.argv.indexOf(name) + 1]
const isQuick = process.argv.includes('--quick')
const seed = process.argv.includes('--seed') ? Number(argument('--seed')) : Date.now() % 1_000_000
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

/** Generated projects of a whole run. */
const PROJECTS = 20_000

/** Seconds that each part of a quick run may take. */
const SECONDS = {
  'failing calls': 60,
  kills: 30,
  'killed rollbacks': 15,
  'swapped folders': 15,
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
    'two at once': [...cleans].flatMap(([kind, clean]) => upTo(25).map(() => () => together(kind, clean))),
  }
}

async function torture() {
  say(`seed ${seed}`)
  let faults = 0
  for (const [name, cases] of Object.entries(await partsOf())) {
    const end = isQuick ? Date.now() + SECONDS[name] * 1000 : Number.POSITIVE_INFINITY
    let done = 0
    for (const one of mixed(cases)) {
      if (Date.now() > end) break
      const found = await one()
      done++
      faults += found.length
      for (const fault of found) say(`  ${fault}`)
    }
    say(`${name}: ${done} of ${cases.length}`)
  }
  const until = isQuick ? Date.now() + SECONDS['generated projects'] * 1000 : Number.POSITIVE_INFINITY
  const made = await inputs({ seed, count: PROJECTS, until, say })
  faults += made.faults.length
  for (const fault of made.faults) say(`  ${fault}`)
  say(`generated projects: ${made.tried}`)
  say(faults ? `${faults} faults` : 'nothing was lost')
  process.exitCode = faults ? 1 : 0
}

void torture()
