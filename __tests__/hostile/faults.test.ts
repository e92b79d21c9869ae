/** The built command, with every single call of `fs` failing in turn, and each together with all that come after it. */

const { arm, disarm } = require('../../scripts/torture/faults.cjs')
const { argsOf, cleanRun } = require('../../scripts/torture/every-call.cjs')
const { faultsOfState, faultsOfWords } = require('../../scripts/torture/judge.cjs')
const { bytesOf, makeProject } = require('../../scripts/torture/project.cjs')
const { here, inFolder } = require('../../scripts/torture/world.cjs')

test.each(['fail', 'fail-on'])(
  'B over five models, whichever call of fs does %s: no original is lost, no word is untrue',
  async (how) => {
    const clean = await cleanRun('B')
    expect(clean.calls).toBeGreaterThan(100)
    const faults: string[] = []
    for (let at = 1; at <= clean.calls; at++) {
      await inFolder(async (root: string) => {
        makeProject(root, 'B')
        arm({ root, at, how, code: 'ENOSPC' })
        const told = await here(root, argsOf('B')).finally(disarm)
        const now = bytesOf(root)
        const found = [...faultsOfState(now, clean), ...faultsOfWords(told, now, clean)]
        faults.push(...found.map((fault: string) => `call ${at}: ${fault}`))
      })
    }
    expect(faults).toEqual([])
  },
  600_000,
)
