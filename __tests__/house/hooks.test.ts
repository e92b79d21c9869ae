/** The commit hooks of the README, taken from it word by word: a drifting model is refused, and passes once repaired. */

import fs from 'node:fs'
import path from 'node:path'
import { install, sh } from '../helpers/installed'
import { blockUnder } from '../helpers/readme-blocks'
import { addFiles, tempProject } from '../helpers/temp-project'

const modules = path.join(tempProject(), 'node_modules')

beforeAll(() => install(path.dirname(modules)))

/** The README's project under git: its table `sessions` has no column, and its model is not paranoid yet. */
function project(files: Record<string, string> = {}): string {
  const root = tempProject()
  fs.cpSync(path.join(__dirname, '../../__testfixtures__/readme'), root, { recursive: true })
  fs.symlinkSync(modules, path.join(root, 'node_modules'), 'junction')
  const model = path.join(root, 'models/session.js')
  fs.writeFileSync(model, fs.readFileSync(model, 'utf8').replace('paranoid: true', 'paranoid: false'))
  addFiles(root, { '.gitignore': 'node_modules\n*.backup\n', ...files })
  expect(sh(root, 'git init -q && git add -A && git commit -q -m start')).toEqual({ code: 0, output: '' })
  return root
}

const heads = (root: string) => sh(root, 'git log --format=%s').output.trim().split('\n')

/** A hook is in place: a drifting model is refused with the way out, which then is gone. */
function refusesDrift(root: string): void {
  const before = heads(root)
  const model = path.join(root, 'models/session.js')
  fs.writeFileSync(model, fs.readFileSync(model, 'utf8').replace('paranoid: false', 'paranoid: true'))
  const refused = sh(root, 'git add models && git commit -m "Soft delete"')
  expect(refused.code).not.toBe(0)
  expect(refused.output).toContain('Session is paranoid but table "sessions" has no "deletedAt" column.')
  expect(refused.output).toContain('models/session.js:6')
  expect(refused.output).toMatch(/Run npx deletedat-codemod .*to add it by a migration/)
  expect(heads(root)).toEqual(before)

  expect(sh(root, 'node_modules/.bin/deletedat-codemod models/').code).toBe(0)
  const passed = sh(root, 'git add -A && git commit -m "Soft delete"')
  expect(passed).toEqual({ code: 0, output: expect.stringMatching(/add-sessions-deletedat-column\.cjs/) })
  expect(heads(root)).toEqual(['Soft delete', ...before])
  expect(sh(root, 'git status --porcelain').output).toBe('')
}

test('plain git', () => {
  const root = project()
  expect(sh(root, blockUnder('Plain git', 'sh')).code).toBe(0)
  sh(root, 'git add -A && git commit -q -m hook')
  refusesDrift(root)
})

test('husky', () => {
  const root = project({ '.husky/pre-commit': blockUnder('husky', 'sh') })
  expect(sh(root, 'npx husky')).toEqual({ code: 0, output: '' })
  refusesDrift(root)
})

const lintStaged = () => {
  const root = project({ '.husky/pre-commit': 'node_modules/.bin/lint-staged\n' })
  const manifest = path.join(root, 'package.json')
  const merged = {
    ...JSON.parse(fs.readFileSync(manifest, 'utf8')),
    ...JSON.parse(blockUnder('lint-staged', 'json')),
  }
  fs.writeFileSync(manifest, JSON.stringify(merged))
  expect(sh(root, 'npx husky && git add -A && git commit -q -m hook').code).toBe(0)
  return root
}

test('lint-staged', () => refusesDrift(lintStaged()))

test('lint-staged: what is no model, and a model that was drifting before, cost nothing', () => {
  const root = lintStaged()
  const model = path.join(root, 'models/session.js')
  const text = fs.readFileSync(model, 'utf8').replace('paranoid: false', 'paranoid: true')
  fs.writeFileSync(model, text)
  sh(root, 'git add -A && git commit -q --no-verify -m drift')
  addFiles(root, { 'models/names.js': 'module.exports = []\n', 'readme.txt': 'x\n' })
  expect(sh(root, 'git add -A && git commit -m "No model"').code).toBe(0)
})

/** They are no npm packages of ours: one is Python's, the other has no binary for every platform of our lock file. */
const outside = (name: string, title: string, work: (command: string) => void) => {
  const command = process.env[name]
  if (!command) process.stderr.write(`Skipped: ${title}. Install it elsewhere and say ${name}=/path/to/it.\n`)
  return (command ? test : test.skip)(title, () => work(command!))
}

outside('LEFTHOOK', 'lefthook', (command) => {
  const root = project({ 'lefthook.yml': blockUnder('lefthook', 'yaml') })
  expect(sh(root, `'${command}' install`).code).toBe(0)
  addFiles(root, { 'models/shop/order.js': 'module.exports = 1\n' })
  refusesDrift(root)
})

outside('PRE_COMMIT', 'pre-commit', (command) => {
  const root = project({ '.pre-commit-config.yaml': blockUnder('pre-commit', 'yaml') })
  expect(sh(root, `'${command}' install`).code).toBe(0)
  refusesDrift(root)
})

outside('PRE_COMMIT', 'pre-commit takes .pre-commit-hooks.yaml', (command) => {
  const manifest = path.join(__dirname, '../../.pre-commit-hooks.yaml')
  expect(sh(tempProject(), `'${command}' validate-manifest '${manifest}'`)).toEqual({ code: 0, output: '' })
})
