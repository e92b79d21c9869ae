/** The tarball by itself: what tools that judge packages say of it. */

import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

const tarball = process.env.E2E_TARBALL ?? ''
const repository = path.join(__dirname, '..')

const node = (script: string, ...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' })
  return { status, output: stdout + stderr }
}

/** Bytes and files; who adds much says in docs/dependencies.md what for. */
const LIMITS = { packed: 500_000, files: 130, installed: 15_000_000 }

/** Every file of a folder, in bytes. */
const sizes = (folder: string): number[] =>
  fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap((name) => {
    const stats = fs.lstatSync(path.join(folder, name))
    return stats.isFile() ? [stats.size] : []
  })

const sum = (all: number[]): number => all.reduce((one, other) => one + other, 0)

test('the tarball is small, and nothing in it runs on install', () => {
  const home = path.join(process.env.E2E_HOME ?? '', 'node_modules/deletedat-codemod')
  const files = sizes(home)
  expect(fs.statSync(tarball).size).toBeLessThan(LIMITS.packed)
  expect(files.length).toBeLessThan(LIMITS.files)
  const manifest = JSON.parse(fs.readFileSync(path.join(home, 'package.json'), 'utf8'))
  expect([manifest.scripts, manifest.devDependencies]).toEqual([undefined, undefined])
})

test('with all that it brings it is small, and nothing is there twice', () => {
  const home = process.env.E2E_HOME ?? ''
  const manifest = JSON.parse(fs.readFileSync(path.join(home, 'package-lock.json'), 'utf8'))
  const packages: Record<string, { dependencies?: Record<string, string>; dev?: boolean }> = manifest.packages
  const brought = new Set<string>()
  const follow = (place: string): void => {
    if (brought.has(place) || !packages[place]) return
    brought.add(place)
    for (const name of Object.keys(packages[place].dependencies ?? {})) {
      const own = `${place}/node_modules/${name}`
      follow(own in packages ? own : `node_modules/${name}`)
    }
  }
  follow('node_modules/deletedat-codemod')
  expect(brought.size).toBeGreaterThan(5)
  expect(sum([...brought].flatMap((place) => sum(sizes(path.join(home, place)))))).toBeLessThan(
    LIMITS.installed,
  )
  const notices = fs.readFileSync(path.join(home, 'node_modules/deletedat-codemod/dist/LICENSES.txt'), 'utf8')
  const builtIn = [...notices.matchAll(/^(\S+) \d+\.\d+\.\d+\S* \(/gm)].map(
    ([, name]) => `node_modules/${name}`,
  )
  expect(builtIn).toContain('node_modules/@babel/parser')
  expect(
    builtIn.filter((place) => place in (packages['node_modules/deletedat-codemod']?.dependencies ?? {})),
  ).toEqual([])
})

test('publint has nothing to say', () => {
  const { status, output } = node(
    path.join(repository, 'node_modules/publint/src/cli.js'),
    'run',
    tarball,
    '--strict',
  )
  expect({ status, output }).toEqual({ status: 0, output: expect.stringContaining('All good!') })
})

/** It brings a TypeScript of its own, 35 MB, so it is no dependency: a path of its `dist/index.js`. */
const attw = process.env.ATTW ?? ''
const isThere = fs.existsSync(attw)
if (!isThere)
  process.stderr.write('Not run: arethetypeswrong is not installed (ATTW names its dist/index.js).\n')

;(isThere ? test : test.skip)('arethetypeswrong has nothing to say', () => {
  // The names of transforms and schemas are a pattern, which it cannot resolve.
  const entries = ['.', 'eslint', 'runtime', 'testing', 'transforms/disable-paranoid', 'package.json']
  const { status, output } = node(
    attw,
    tarball,
    '--profile',
    'node16',
    '--format',
    'ascii',
    '--entrypoints',
    ...entries,
  )
  expect({ status, output }).toEqual({ status: 0, output: expect.stringContaining('No problems found') })
})
