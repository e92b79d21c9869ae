/** A real browser, where there is one: CHROMIUM names the program, else it is looked for in the usual places. */

import fs from 'node:fs'

const PLACES = [
  process.env.CHROMIUM ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

export const browserPath: string | undefined = PLACES.find((file) => file !== '' && fs.existsSync(file))

if (!browserPath)
  process.stderr.write('No browser: the pages are not looked at (CHROMIUM names a Chromium or Chrome).\n')

export const LAUNCH = {
  executablePath: browserPath,
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
}
