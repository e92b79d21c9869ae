import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { tempProject } from '../helpers/temp-project'

const root = path.join(__dirname, '../..')
const config = path.join(root, '.dependency-cruiser.cjs')
const cruiser = path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')

/** The names of the rules that are broken, each once. */
function broken(cwd: string): string[] {
  const folders = ['src', 'transforms'].filter((folder) => fs.existsSync(path.join(cwd, folder)))
  const ran = spawnSync(
    process.execPath,
    [cruiser, '--config', config, '--output-type', 'json', ...folders],
    {
      cwd,
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
    },
  )
  const { summary } = JSON.parse(ran.stdout) as { summary: { violations: { rule: { name: string } }[] } }
  return [...new Set(summary.violations.map(({ rule }) => rule.name))].sort()
}

test('every room keeps to its floor', () => {
  expect(broken(root)).toEqual([])
})

describe('the rules see', () => {
  const tree = {
    'tsconfig.json': '{}',
    'src/types/index.ts': 'export type A = 1\n',
    'src/ast/index.ts': "export * from './source'\n",
    'src/ast/source.ts': 'export const parse = 1\nexport type Node = 1\n',
    'src/migrations/index.ts': 'export const replay = 1\n',
  }

  test.each([
    ['a wing that imports its neighbour', "import { replay } from '../migrations'", ['room: src/models/']],
    ['a type, too', "import type { A } from '../commands/run'", ['room: src/models/']],
    ['a require in a function', "export const f = () => require('../commands/run')", ['room: src/models/']],
    ['a way past the door', "import type { Node } from '../ast/walk'", ['door: src/ast']],
    ['a wing that uses its own door', "import { b } from './index'", ['inside: src/models', 'no circles']],
    ['a circle of types', "import type { B } from './b'", ['no circles']],
    ['the disk outside io', "import fs from 'node:fs'", ['the world is touched in io only']],
    [
      'a process outside io',
      "const { spawn } = require('child_process')",
      ['the world is touched in io only'],
    ],
    ['a file that is not there', "import { x } from './none'", ['everything is found']],
  ])('%s: %s', (_, line, rules) => {
    const project = tempProject({
      ...tree,
      'src/ast/walk.ts': 'export type Node = 1\n',
      'src/commands/run.ts': 'export type A = 1\n',
      'src/models/index.ts': "export * from './a'\n",
      'src/models/a.ts': `${line}\nexport type A2 = 1\n`,
      'src/models/b.ts': "import type { A2 } from './a'\nexport type B = A2\n",
    })
    expect(broken(project)).toEqual(rules)
  })

  test('a room without a floor', () => {
    const project = tempProject({
      ...tree,
      'src/attic.ts': "import type { A } from './types'\nexport type C = A\n",
    })
    expect(broken(project)).toEqual(['every room has a floor'])
  })
})
