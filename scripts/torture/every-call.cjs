/** Fails each single call of `fs` in turn, and each together with all later ones; a later run completes, a rollback restores. */

const { arm, disarm } = require('./faults.cjs')
const { faultsOfEnd, faultsOfRollback, faultsOfState, faultsOfWords } = require('./judge.cjs')
const { CASES, bytesOf, makeProject } = require('./project.cjs')
const { here, inFolder } = require('./world.cjs')

const argsOf = (kind) => [
  'models',
  '--yes',
  '--accept-reappearing',
  '--timestamp',
  '20250530120000',
  ...CASES[kind].args,
]

/** What a run makes of the project, and how many calls that takes. */
const cleanRun = (kind) =>
  inFolder(async (root) => {
    makeProject(root, kind)
    const before = bytesOf(root)
    arm({ root, at: 0, how: 'fail' })
    const told = await here(root, argsOf(kind))
    const calls = disarm()
    if (told.code !== 0) throw new Error(`${kind} does not work at all: ${told.out}${told.err}`)
    return { before, after: bytesOf(root), calls }
  })

/** @returns faults, a sentence each */
const faultAt = (kind, clean, order) =>
  inFolder(async (root) => {
    makeProject(root, kind)
    arm({ root, ...order })
    const told = await here(root, argsOf(kind)).finally(disarm)
    const now = bytesOf(root)
    const faults = [...faultsOfState(now, clean), ...faultsOfWords(told, now, clean)]
    const again = await here(root, argsOf(kind))
    faults.push(...faultsOfEnd(again, bytesOf(root), clean))
    await takenBack(root)
    faults.push(...faultsOfRollback(bytesOf(root), clean))
    return faults.map((fault) => `${kind}, call ${order.at} ${order.how} ${order.code}: ${fault}`)
  })

const fromParts = require('../from-parts.cjs')

/** Without the database, which is not what is tortured here. */
async function takenBack(root) {
  const { recordedRuns, takeRunBack } = fromParts('src/io/writing/restore.js')
  for (const run of recordedRuns(root)) await takeRunBack(run, root)
}

module.exports = { argsOf, cleanRun, faultAt }
