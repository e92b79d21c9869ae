/** Folders that the suites of one run share: the first that asks makes it. Nothing is written into them afterwards. */

import fs from 'node:fs'
import path from 'node:path'

export function shared(name: string, make: (folder: string) => void): string {
  const folder = path.join(String(process.env.SHARED_BY_SUITES), name)
  if (fs.existsSync(folder)) return folder
  const mine = fs.mkdtempSync(`${folder}-`)
  make(mine)
  try {
    fs.renameSync(mine, folder)
  } catch (error) {
    // Another worker was first.
    if (!fs.existsSync(folder)) throw error
  }
  return folder
}
