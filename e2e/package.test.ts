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
