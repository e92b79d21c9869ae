/** The commit hooks of docs/hooks.md, taken from it word by word, in a project at the top of a repository and below. */

import fs from 'node:fs'
import path from 'node:path'
import { install, sh } from '../helpers/installed'
import { blockUnder, readme } from '../helpers/readme-blocks'
import { addFiles, tempProject } from '../helpers/temp-project'

const PAGE = 'docs/hooks.md'
const recipe = (heading: string, language: string) => blockUnder(PAGE, heading, language)

const modules = path.join(tempProject(), 'node_modules')

beforeAll(() => install(path.dirname(modules)))

interface Place {
  /** The top of the repository. */
  top: string
  /** The project. */
  root: string
}

/** The README's project under git: its table `sessions` has no column, and its model is not paranoid yet. */
function project(below: string, files: Record<string, string> = {}): Place {
  const top = tempProject()
  const root = path.join(top, below)
  fs.cpSync(path.join(__dirname, '../../__testfixtures__/readme'), root, { recursive: true })
  fs.symlinkSync(modules, path.join(root, 'node_modules'), 'junction')
  setParanoid(root, false)
  addFiles(top, { '.gitignore': 'node_modules\n*.backup\n', ...files })
  expect(sh(top, 'git init -q && git add -A && git commit -q -m start')).toEqual({ code: 0, output: '' })
  return { top, root }
}

function setParanoid(root: string, value: boolean): void {
  const model = path.join(root, 'models/session.js')
  const text = fs.readFileSync(model, 'utf8')
  fs.writeFileSync(model, text.replace(`paranoid: ${!value}`, `paranoid: ${value}`))
}

function withManifest(root: string, added: string): void {
  const manifest = path.join(root, 'package.json')
  const merged = { ...JSON.parse(fs.readFileSync(manifest, 'utf8')), ...JSON.parse(added) }
  fs.writeFileSync(manifest, JSON.stringify(merged))
}

const heads = (top: string) => sh(top, 'git log --format=%s').output.trim().split('\n')

/** A hook is in place: it refuses what would drift in the commit, and nothing else. */
function refusesDrift({ top, root }: Place, { seesDeletions = true } = {}): void {
  sh(top, 'git add -A && git commit -q --no-verify -m hook')
  const before = heads(top)
  const passes = (line: string) => {
    const { code, output } = sh(root, `${line} && git commit -m pass`)
    expect({ code, output }).toEqual({ code: 0, output: expect.any(String) })
  }
  const refused = (line: string): string => {
    const { code, output } = sh(root, `${line} && git commit -m "Soft delete"`)
    expect({ code, output }).toEqual({
      code: expect.any(Number),
      output: expect.stringContaining('missing-column'),
    })
    expect(code).not.toBe(0)
    return output
  }

  addFiles(root, { 'notes.txt': 'x\n', 'models/names.js': 'module.exports = []\n' })
  passes('git add -A')

  setParanoid(root, true)
  const output = refused('git add models')
  expect(output).toContain('Session is paranoid but table "sessions" has no "deletedAt" column.')
  expect(output).toContain('models/session.js:6')
  expect(output).toContain('Next: npx deletedat-codemod --only Session')

  // The migration is on the disk, and not in the commit.
  const repaired = sh(root, 'node_modules/.bin/deletedat-codemod --only Session')
  expect(repaired.code).toBe(0)
  const [, add = ''] = /^To commit: (git add .+)$/m.exec(repaired.output) ?? []
  expect(refused('true')).toContain(`Next: ${add}`)
  passes(add)
  expect(heads(top)).toEqual(['pass', 'pass', ...before])
  expect(sh(top, 'git status --porcelain').output).toBe('')

  // A migration alone, which takes the column away again.
  addFiles(root, {
    'migrations/20990101000000-drop.cjs':
      "exports.up = (queryInterface) => queryInterface.removeColumn('sessions', 'deletedAt')\n",
  })
  refused('git add migrations')
  sh(root, 'git rm -q -f migrations/20990101000000-drop.cjs')
  if (seesDeletions) {
    refused('git rm -q migrations/*-add-sessions-deletedat-column.cjs')
    expect(sh(top, 'git reset -q --hard').code).toBe(0)
  }

  // What is not staged does not stop a commit; git commit -a stages it.
  setParanoid(root, false)
  fs.rmSync(path.join(root, add.slice('git add '.length)))
  addFiles(root, { 'notes.txt': 'y\n' })
  passes('git add notes.txt')
  setParanoid(root, true)
  if (seesDeletions) {
    expect(sh(root, 'git commit -a -m "Soft delete"').output).toContain('missing-column')
    expect(heads(top)[0]).toBe('pass')
  }
}

describe.each(['.', 'backend'])('a project in %s', (below) => {
  const isTop = below === '.'
  const under = (title: string) => (isTop ? title : `${title}, below the top`)

  test('plain git', () => {
    const place = project(below)
    expect(sh(place.root, recipe('Plain git', 'sh'))).toEqual({ code: 0, output: '' })
    refusesDrift(place)
  })

  test('husky', () => {
    const place = project(below)
    addFiles(place.root, { '.husky/pre-commit': recipe(under('husky'), 'sh') })
    if (isTop) expect(sh(place.root, 'node_modules/.bin/husky')).toEqual({ code: 0, output: '' })
    else {
      withManifest(place.root, recipe(under('husky'), 'json'))
      expect(sh(place.root, 'npm run -s prepare')).toEqual({ code: 0, output: '' })
    }
    refusesDrift(place)
  })

  test('lint-staged', () => {
    const place = project(below)
    withManifest(place.root, recipe('lint-staged', 'json'))
    const command = 'node_modules/.bin/lint-staged'
    const hook = isTop ? command : `cd ${below} && ${command}`
    expect(fs.readFileSync(path.join(__dirname, '../..', PAGE), 'utf8')).toContain(`\`${hook}\``)
    addFiles(place.top, { '.hooks/pre-commit': `#!/bin/sh\n${hook}\n` })
    sh(place.top, 'chmod +x .hooks/pre-commit && git config core.hooksPath .hooks')
    refusesDrift(place, { seesDeletions: false })
  })

  outside('LEFTHOOK', 'lefthook', (command) => {
    const place = project(below, { 'lefthook.yml': recipe(under('lefthook'), 'yaml') })
    expect(sh(place.top, `'${command}' install`).code).toBe(0)
    refusesDrift(place)
  })

  outside('LEFTHOOK', 'lint-staged under lefthook', (command) => {
    const place = project(below, { 'lefthook.yml': recipe(under('lint-staged under lefthook'), 'yaml') })
    withManifest(place.root, recipe('lint-staged', 'json'))
    expect(sh(place.top, `'${command}' install`).code).toBe(0)
    refusesDrift(place, { seesDeletions: false })
  })

  outside('PRE_COMMIT', 'pre-commit', (command) => {
    const place = project(below, { '.pre-commit-config.yaml': recipe(under('pre-commit'), 'yaml') })
    expect(sh(place.top, `'${command}' install`).code).toBe(0)
    refusesDrift(place)
  })

  outside('PRE_COMMIT', 'pre-commit by .pre-commit-hooks.yaml', (command) => {
    const manifest = fs.readFileSync(path.join(__dirname, '../../.pre-commit-hooks.yaml'), 'utf8')
    const bin = isTop ? 'node_modules/.bin/' : `${below}/node_modules/.bin/`
    const local = manifest
      .replace('language: node', 'language: system')
      .replace('entry: ', `entry: ${bin}`)
      .replace(/^/gm, '      ')
    const own = isTop ? '' : `        args: [--workspace, ${below}]\n`
    const place = project(below, {
      '.pre-commit-config.yaml': `repos:\n  - repo: local\n    hooks:\n${local}\n${own}`,
    })
    expect(sh(place.top, `'${command}' install`).code).toBe(0)
    refusesDrift(place)
    // In CI nothing is staged, and the names count.
    sh(place.top, 'git add -A && git commit -q --no-verify -m drift')
    const all = sh(place.top, `'${command}' run --all-files`)
    expect({ ...all }).toEqual({ code: 1, output: expect.stringContaining('missing-column') })
  })
})

/** They are no npm packages of ours: one is Python's, the other has no binary for every platform of our lock file. */
function outside(name: string, title: string, work: (command: string) => void): void {
  const command = process.env[name]
  if (!command) process.stderr.write(`Skipped: ${title}. Install it elsewhere and say ${name}=/path/to/it.\n`)
  ;(command ? test : test.skip)(title, () => work(String(command)))
}

outside('PRE_COMMIT', 'pre-commit takes .pre-commit-hooks.yaml', (command) => {
  const manifest = path.join(__dirname, '../../.pre-commit-hooks.yaml')
  expect(sh(tempProject(), `'${command}' validate-manifest '${manifest}'`)).toEqual({ code: 0, output: '' })
})

test('the README has the recipe for plain git as it is', () => {
  expect(readme).toContain(recipe('Plain git', 'sh'))
})

test('a linked work tree is judged by its own index', () => {
  const { top, root } = project('backend')
  expect(sh(root, recipe('Plain git', 'sh')).code).toBe(0)
  sh(
    top,
    'git add -A && git commit -q -m hook && git worktree add -q ../linked-$$ -b linked && mv ../linked-$$ linked && git worktree repair linked',
  )
  const linked = path.join(top, 'linked/backend')
  fs.symlinkSync(modules, path.join(linked, 'node_modules'), 'junction')
  setParanoid(linked, true)
  expect(sh(linked, 'git commit -a -m drift')).toEqual({
    code: 1,
    output: expect.stringContaining('missing-column'),
  })
  setParanoid(linked, false)
  addFiles(linked, { 'notes.txt': 'x\n' })
  expect(sh(linked, 'git add notes.txt && git commit -q -m fine')).toEqual({
    code: 0,
    output: expect.any(String),
  })
})

test('in CI: a branch against the one that it goes into', () => {
  const { top, root } = project('backend')
  sh(top, 'git update-ref refs/remotes/origin/main HEAD')
  const check = recipe('In CI', 'sh')
  expect(sh(root, check).code).toBe(0)
  setParanoid(root, true)
  sh(root, 'git commit -q -a -m drift')
  expect(sh(root, check)).toEqual({ code: 1, output: expect.stringContaining('missing-column') })
})
