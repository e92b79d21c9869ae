/** Carries out commands of the built program, one after the other, for inputs.cjs, which ends it where one takes too long. */

const { here } = require('./world.cjs')

/** Microseconds. */
const used = () => {
  const { user, system } = process.cpuUsage()
  return user + system
}

process.on('message', async ({ root, argv }) => {
  const start = used()
  const told = await here(root, argv)
  process.send({ ...told, seconds: (used() - start) / 1e6, memory: process.resourceUsage().maxRSS })
})
process.on('disconnect', () => process.exit())
