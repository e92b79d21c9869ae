/** The floor: every byte of the folders is read, and nothing is done with it. */

const fs = require('node:fs')
const path = require('node:path')

const buffer = Buffer.allocUnsafe(1 << 20)

for (const folder of process.argv.slice(2)) {
  for (const name of fs.readdirSync(folder)) {
    const file = fs.openSync(path.join(folder, name))
    while (fs.readSync(file, buffer) > 0);
    fs.closeSync(file)
  }
}
