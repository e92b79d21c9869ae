/** The worked examples of CONTRIBUTING.md compile against the contracts as they are, under the strict settings of the project. */

import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { addFiles, tempProject } from './temp-project'

const repository = path.join(__dirname, '..')
const guide = fs.readFileSync(path.join(repository, 'CONTRIBUTING.md'), 'utf8').replaceAll('\r\n', '\n')
const examples = [...guide.matchAll(/```ts\n\/\/ (src\/\S+)\n([\s\S]*?)```/g)].map(
  ([, file = '', text = '']) => ({
    file,
    text,
  }),
)

/** The repair's example has a name and a letter of its own, as it says. */
const named = (text: string) =>
  text
    .replace(
      "export type RepairName = 'add-column'",
      "export type RepairName = 'timestamps-on' | 'add-column'",
    )
    .replace("letter: 'A' |", "letter: 'D' | 'A' |")

/** Faults by file; those of other files are not the guide's. */
function compiled(): string[] {
  const root = tempProject()
  for (const name of ['src', 'tsconfig.json']) {
    fs.cpSync(path.join(repository, name), path.join(root, name), { recursive: true })
  }
  fs.symlinkSync(path.join(repository, 'node_modules'), path.join(root, 'node_modules'), 'junction')
  const types = path.join(root, 'src/types/repairs.ts')
  fs.writeFileSync(types, named(fs.readFileSync(types, 'utf8')))
  addFiles(root, Object.fromEntries(examples.map(({ file, text }) => [file, text])))
  const tsc = path.join(repository, 'node_modules/typescript/bin/tsc')
  const { stdout } = spawnSync(process.execPath, [tsc, '--noEmit', '--pretty', 'false', '-p', '.'], {
    cwd: root,
    encoding: 'utf8',
  })
  return stdout.split('\n')
}

test('there is one example of each kind', () => {
  const rooms = examples.map(({ file }) => path.posix.dirname(file))
  expect(rooms).toEqual([
    'src/models',
    'src/migrations',
    'src/migrations/sql',
    'src/dialects/oracle',
    'src/runners',
    'src/repairs',
    'src/reporters',
  ])
})

test('they compile', () => {
  const faults = compiled()
  expect(faults.filter((line) => examples.some(({ file }) => line.startsWith(file)))).toEqual([])
})

test('a wrong example would not', () => {
  const [first] = examples
  first!.text += "\nexport const wrong: ModelStyle = { name: 'none' }\n"
  expect(compiled().filter((line) => line.startsWith(first!.file))).toHaveLength(1)
})

test('what it names is there', () => {
  const paths = [...guide.matchAll(/`((?:src|__tests__|templates|\.ci)\/[\w./-]*)`/g)].map(
    ([, file = '']) => file,
  )
  expect(paths.length).toBeGreaterThan(5)
  expect(paths.filter((file) => !fs.existsSync(path.join(repository, file)))).toEqual([])
})
