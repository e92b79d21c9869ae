import fs from 'node:fs'
import path from 'node:path'
import { exclusively } from '../src/io/writing/exclusive'
import { tempProject } from './temp-project'

const lockIn = (folder: string) => path.join(folder, '.deletedat-codemod.lock')

test('the folder is made, what the work gives is given back, and no lock is left', async () => {
  const folder = path.join(tempProject(), 'db', 'migrations')
  expect(await exclusively(folder, () => fs.existsSync(lockIn(folder)))).toBe(true)
  expect(fs.readdirSync(folder)).toEqual([])
})

test('work that fails leaves no lock either', async () => {
  const folder = tempProject()
  const fails = exclusively(folder, () => {
    throw new Error('no space left')
  })
  await expect(fails).rejects.toThrow('no space left')
  expect(fs.readdirSync(folder)).toEqual([])
})

test('a second one waits until the lock is gone', async () => {
  const folder = tempProject()
  fs.writeFileSync(lockIn(folder), '')
  const done: string[] = []
  const second = exclusively(folder, () => done.push('second'))
  await new Promise((resolve) => setTimeout(resolve, 100))
  done.push('first')
  fs.unlinkSync(lockIn(folder))
  await second
  expect(done).toEqual(['first', 'second'])
})

test('a lock whose owner is long gone is no hindrance', async () => {
  const folder = tempProject()
  fs.writeFileSync(lockIn(folder), '')
  const long = new Date(Date.now() - 60_000)
  fs.utimesSync(lockIn(folder), long, long)
  expect(await exclusively(folder, () => 'done')).toBe('done')
})

test('a folder that cannot be made is an error', async () => {
  const file = path.join(tempProject({ migrations: 'a file' }), 'migrations')
  await expect(exclusively(file, () => 'done')).rejects.toThrow('EEXIST')
})
