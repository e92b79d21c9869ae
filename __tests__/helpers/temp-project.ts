/** A real project in a temporary folder, gone after the test file. */

import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

const made: string[] = []

afterAll(() => {
  for (const root of made) fs.rmSync(root, { recursive: true, force: true })
})

/** Writes the files and returns the root's real path. */
export function tempProject(files: Record<string, string | Buffer> = {}): string {
  const root = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'deletedat-')))
  made.push(root)
  addFiles(root, files)
  return root
}

export function addFiles(root: string, files: Record<string, string | Buffer>): void {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(root, name)
    fs.mkdirSync(path.dirname(file), { recursive: true })
    fs.writeFileSync(file, content)
  }
}

/** Every file of a folder by its relative path, byte by byte: for comparing before and after. */
export function bytesOf(root: string): Record<string, string> {
  const names = fs.readdirSync(root, { recursive: true, encoding: 'utf8' }).sort()
  const files = names.filter((name) => fs.lstatSync(path.join(root, name)).isFile())
  return Object.fromEntries(files.map((name) => [name, bytes(path.join(root, name))]))
}

function bytes(file: string): string {
  const isLocked = (fs.statSync(file).mode & 0o444) === 0
  return isLocked ? '(locked)' : fs.readFileSync(file, 'latin1')
}
