process.on('exit', () => {
  const { user, system } = process.cpuUsage()
  process.stderr.write(`cost ${user + system} ${process.resourceUsage().maxRSS}\n`)
})
