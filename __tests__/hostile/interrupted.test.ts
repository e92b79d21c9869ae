/** A run that was killed while it wrote: the next one that writes finishes it or takes it back, the others say it. */

import fs from 'node:fs'
import path from 'node:path'
import { type } from '../helpers/command'
import { bytesOf } from '../helpers/temp-project'

const { argsOf } = require('../../scripts/torture/every-call.cjs')
const { bytesOf: everything, makeProject } = require('../../scripts/torture/project.cjs')
const { apart, inFolder } = require('../../scripts/torture/world.cjs')

/** A project in which a run was killed before the n-th call of its writing. */
const killedAt = (kind: string, at: number, work: (root: string) => Promise<void>) =>
  inFolder(async (root: string) => {
    makeProject(root, kind)
    const before = bytesOf(root)
    expect(apart(root, argsOf(kind), { at, how: 'before' }).signal).toBe('SIGKILL')
    await work(root)
    return before
  })

const words = (kind: string) => argsOf(kind) as string[]

/** Of how many calls the writing consists. */
function calls(kind: string): Promise<number> {
  return inFolder((root: string) => {
    makeProject(root, kind)
    const count = path.join(root, 'count')
    expect(apart(root, argsOf(kind), { at: 0, count }).code).toBe(0)
    return Number(fs.readFileSync(count, 'utf8'))
  })
}

test('early on it is taken back, and then done anew', async () => {
  const before = await killedAt('B', 60, async (root) => {
    expect(await type(root, 'check models')).toMatchObject({
      out: expect.stringContaining('A run was ended while it wrote.'),
    })
    const told = await type(root, words('B'))
    expect(told).toMatchObject({ code: 0, out: expect.stringContaining('It was taken back now: models/') })
    expect(await type(root, 'rollback models')).toMatchObject({ code: 0 })
  })
  expect(Object.keys(before)).toHaveLength(11)
})

test('once all lies beside its place it is finished', async () => {
  const late = (await calls('B')) - 15
  await killedAt('B', late, async (root) => {
    const told = await type(root, words('B'))
    expect(told).toMatchObject({ code: 0, out: expect.stringContaining('It was finished now: models/') })
    expect(await type(root, 'check models')).toMatchObject({ out: expect.not.stringContaining('was ended') })
  })
})

test('rollback after a kill takes back the whole of it, and not the run before', async () => {
  await inFolder(async (root: string) => {
    makeProject(root, 'B')
    const before = everything(root)
    const one = apart(root, [...argsOf('B'), '--only', 'User'])
    expect(one.code).toBe(0)
    const between = bytesOf(root)
    expect(apart(root, argsOf('B'), { at: 60, how: 'before' }).signal).toBe('SIGKILL')
    const told = await type(root, 'rollback models')
    expect(told).toMatchObject({ code: 0, out: expect.stringContaining('It was taken back now') })
    expect(bytesOf(root)).toMatchObject({ 'models/user.js': between['models/user.js'] })
    expect(await type(root, 'rollback models')).toMatchObject({ code: 0 })
    for (const [name, bytes] of Object.entries(before)) expect(everything(root)[name]).toBe(bytes)
  })
})

test('a migration is there whole or not at all', async () => {
  const all = await calls('A')
  for (const at of [20, 40, 60, 80].filter((one) => one < all)) {
    await killedAt('A', at, async (root) => {
      const empty = Object.entries(bytesOf(root)).filter(
        ([name, bytes]) => /migrations\/.*js$/.test(name) && !bytes,
      )
      expect(empty).toEqual([])
      expect(await type(root, words('A'))).toMatchObject({ code: 0 })
      expect(await type(root, 'check models')).toMatchObject({ code: 0 })
    })
  }
})

test('what was changed since is left alone, and said', async () => {
  await killedAt('B', (await calls('B')) - 15, async (root) => {
    const file = path.join(root, 'models/user.js')
    const own = `${fs.readFileSync(file, 'utf8')}// mine\n`
    fs.writeFileSync(file, own)
    const told = await type(root, 'rollback models')
    expect(told).toMatchObject({ code: 0, out: expect.stringContaining('models/user.js was changed since') })
    expect(fs.readFileSync(file, 'utf8')).toBe(own)
  })
})

test('what another run writes while this one reads is no failure: it looks again', async () => {
  await inFolder(async (root: string) => {
    makeProject(root, 'A with index')
    const open = fs.openSync
    let other: { code: number } | undefined
    const spy = jest.spyOn(fs, 'openSync').mockImplementation((file, ...rest) => {
      if (String(file).endsWith('visit.js')) other ??= apart(root, argsOf('A with index'))
      return open(file, ...rest)
    })
    try {
      const told = await type(root, words('A with index'))
      expect(other).toMatchObject({ code: 0 })
      expect(told).toMatchObject({ code: 0, out: expect.not.stringContaining('already') })
    } finally {
      spy.mockRestore()
    }
  })
})
