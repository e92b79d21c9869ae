import fs from 'node:fs'
import path from 'node:path'
import { exclusively } from '../../src/io/writing/exclusive'
import { tempProject } from '../helpers/temp-project'

const locksIn = (folder: string) => fs.readdirSync(folder).filter((name) => name.endsWith('.lock'))

/** The lock that this process lays down, under the name that another process's would have. */
async function lockName(pid: number): Promise<string> {
  const folder = tempProject()
  const [name = ''] = await exclusively(folder, folder, () => locksIn(folder))
  return name.replace(`-${process.pid}-`, `-${pid}-`)
}

/** Of a process that has ended. */
const gone = 2 ** 30

test('the folder is made, what the work gives is given back, and nothing is left', async () => {
  const root = tempProject()
  const folder = path.join(root, 'db', 'migrations')
  expect(await exclusively(root, folder, () => locksIn(folder).length)).toBe(1)
  expect(fs.readdirSync(root)).toEqual([])
})

test('work that fails leaves no lock either', async () => {
  const folder = tempProject()
  const fails = exclusively(folder, folder, () => {
    throw new Error('no space left')
  })
  await expect(fails).rejects.toThrow('no space left')
  expect(fs.readdirSync(folder)).toEqual([])
})

test('a second one waits until the lock is gone', async () => {
  const folder = tempProject()
  const lock = path.join(folder, await lockName(process.ppid))
  fs.writeFileSync(lock, '')
  const done: string[] = []
  const second = exclusively(folder, folder, () => done.push('second'))
  await new Promise((resolve) => setTimeout(resolve, 100))
  done.push('first')
  fs.unlinkSync(lock)
  await second
  expect(done).toEqual(['first', 'second'])
})

test('many at once are one at a time', async () => {
  const folder = tempProject()
  let inside = 0
  const most: number[] = []
  const work = async () => {
    most.push(++inside)
    await new Promise((resolve) => setTimeout(resolve, 1))
    inside--
  }
  await Promise.all(Array.from({ length: 12 }, () => exclusively(folder, folder, work)))
  expect(most).toEqual(Array(12).fill(1))
})

test('a lock whose owner was killed is no hindrance, and is taken away', async () => {
  const folder = tempProject()
  fs.writeFileSync(path.join(folder, await lockName(gone)), '')
  expect(await exclusively(folder, folder, () => 'done')).toBe('done')
  expect(fs.readdirSync(folder)).toEqual([])
})

test('one that does not come to an end is named', async () => {
  const folder = tempProject()
  const lock = await lockName(process.ppid)
  fs.writeFileSync(path.join(folder, lock), '')
  await expect(exclusively(folder, folder, () => 'done', 50)).rejects.toMatchObject({
    what: expect.stringContaining(`process ${process.ppid}`),
    todo: expect.stringContaining(lock),
  })
  expect(fs.readdirSync(folder)).toEqual([lock])
})

test('a file that was being made when its process was killed is taken away', async () => {
  const folder = tempProject({
    [`.deletedat-p${gone}-0123abcd.tmp`]: 'half',
    [`.deletedat-p${process.ppid}-0123abcd.tmp`]: 'half',
  })
  await exclusively(folder, folder, () => undefined)
  expect(fs.readdirSync(folder)).toEqual([`.deletedat-p${process.ppid}-0123abcd.tmp`])
})

test('a folder that cannot be made, or that leads elsewhere, is an error', async () => {
  const root = tempProject({ migrations: 'a file' })
  await expect(exclusively(root, path.join(root, 'migrations'), () => 'done')).rejects.toThrow('ENOTDIR')
  const elsewhere = tempProject()
  fs.symlinkSync(elsewhere, path.join(root, 'link'))
  await expect(exclusively(root, path.join(root, 'link'), () => 'done')).rejects.toMatchObject({
    code: 'ELSEWHERE',
  })
  expect(fs.readdirSync(elsewhere)).toEqual([])
})
