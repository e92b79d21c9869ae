/** Loaded before a program: tells the most memory that it held, in kB. */

process.on('exit', () => process.stderr.write(`\npeak ${process.resourceUsage().maxRSS}\n`))
