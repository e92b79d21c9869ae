/** The lock of a database that has none: a file in the project, which a deployer that was killed leaves behind. */

import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import type { Database } from '../../src/io/database/database'
import { deployLock } from '../../src/io/database/deploy-lock'
import { addFiles, tempProject } from '../helpers/temp-project'

const sqlite = { about: {}, where: {}, dialect: { catalog: {} } } as Database

const LOCK = '.deletedat-codemod/deploy.lock'
const never = () => {
  throw new Error('nobody was at it')
}

/** The id of a process that has ended. */
const dead = () => String(spawnSync(process.execPath, ['-e', '']).pid)

test('it is taken, and given back', async () => {
  const root = tempProject()
  const give = await deployLock(sqlite, root, 0, never)
  expect(fs.readFileSync(path.join(root, LOCK), 'utf8')).toBe(String(process.pid))
  await give?.()
  expect(fs.existsSync(path.join(root, LOCK))).toBe(false)
  expect(fs.readdirSync(path.join(root, '.deletedat-codemod'))).toEqual(['.gitignore'])
})

test('a second one is told once, and has it when the first is done', async () => {
  const root = tempProject()
  const give = await deployLock(sqlite, root, 0, never)
  const busy: string[] = []
  const second = deployLock(sqlite, root, 30, () => {
    busy.push('waits')
    void give?.()
  })
  expect(await second).toBeInstanceOf(Function)
  expect(busy).toEqual(['waits'])
})

test('nobody waits longer than he was told to', async () => {
  const root = tempProject()
  await deployLock(sqlite, root, 0, never)
  expect(await deployLock(sqlite, root, 0, () => undefined)).toBeUndefined()
})

test('what a killed one left behind is in nobody’s way', async () => {
  const root = tempProject({ [LOCK]: dead() })
  expect(await deployLock(sqlite, root, 30, () => undefined)).toBeInstanceOf(Function)
})

test('nor is what one left that was killed before it wrote its number', async () => {
  const root = tempProject({ [LOCK]: '' })
  const before = new Date(Date.now() - 60_000)
  fs.utimesSync(path.join(root, LOCK), before, before)
  expect(await deployLock(sqlite, root, 30, () => undefined)).toBeInstanceOf(Function)
})

test('of many that find it left behind one has it', async () => {
  const root = tempProject()
  addFiles(root, { [LOCK]: dead() })
  const all = await Promise.all(Array.from({ length: 5 }, () => deployLock(sqlite, root, 2, () => undefined)))
  expect(all.filter(Boolean)).toHaveLength(1)
})
