/** Carries out commands of the built program, one after the other, for inputs.cjs, which ends it where one takes too long. */

const { here } = require('./world.cjs')

process.on('message', async ({ root, argv }) => {
  process.send(await here(root, argv))
})
process.on('disconnect', () => process.exit())
