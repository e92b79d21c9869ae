/** Loaded before a program: tells what it took of the processor, in microseconds, and the most memory that it held, in kB. */

process.on('exit', () => {
  const { user, system } = process.cpuUsage()
  process.stderr.write(`\ncost ${user + system} ${process.resourceUsage().maxRSS}\n`)
})
