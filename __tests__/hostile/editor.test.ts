/**
 * The built command, while an editor saves one of the models before a call of `fs`: each of those at which files take
 * their places. `npm run torture` does it before every call.
 */

const { editorAt, editorInRollbackAt, SAVES } = require('../../scripts/torture/editor.cjs')
const { cleanRun } = require('../../scripts/torture/every-call.cjs')

describe.each(Object.keys(SAVES))('an editor saves %s', (how) => {
  test('while B writes: its words stay, and it is said', async () => {
    const clean = await cleanRun('B')
    expect(clean.calls).toBeGreaterThan(100)
    const faults: string[] = []
    for (let at = 125; at <= clean.calls; at++) faults.push(...(await editorAt('B', clean, at, how)))
    expect(faults).toEqual([])
  }, 600_000)

  test('while a rollback writes: its words stay, and it is said', async () => {
    const faults: string[] = []
    for (let at = 110; at <= 150; at++) faults.push(...(await editorInRollbackAt(at, how)))
    expect(faults).toEqual([])
  }, 600_000)
})
