/** docs/fleets.md: what can be run of it is run, in clones of local repositories. */

import fs from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import { install, sh } from '../helpers/installed'
import { tempProject } from '../helpers/temp-project'

const repository = path.join(__dirname, '../..')
const page = fs.readFileSync(path.join(repository, 'docs/fleets.md'), 'utf8').replaceAll('\r\n', '\n')
const block = (language: string, having: string) =>
  [...page.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))]
    .map(([, text = '']) => text)
    .find((text) => text.includes(having)) ?? ''

const home = tempProject()
beforeAll(() => install(home))

/** A bare repository with the README's project, and a clone of it. */
function cloned(repaired: boolean): string {
  const root = tempProject()
  const project = path.join(root, 'project')
  fs.cpSync(path.join(repository, '__testfixtures__/readme'), project, { recursive: true })
  fs.writeFileSync(path.join(project, '.gitignore'), 'node_modules\n')
  if (repaired) {
    const model = path.join(project, 'models/session.js')
    fs.writeFileSync(model, fs.readFileSync(model, 'utf8').replace('paranoid: true', 'paranoid: false'))
  }
  sh(project, 'git init -q && git add -A && git commit -q -m start')
  sh(root, 'git clone -q --bare project origin.git && git clone -q origin.git clone')
  const clone = path.join(root, 'clone')
  fs.symlinkSync(path.join(home, 'node_modules'), path.join(clone, 'node_modules'), 'junction')
  fs.writeFileSync(path.join(root, 'repair.mjs'), block('js', 'repair.mjs'))
  return clone
}

test('the program leaves the migration in the working tree and nothing else, and prints the report', () => {
  const clone = cloned(false)
  const { code, output } = sh(clone, 'node ../repair.mjs')
  expect({ code, output }).toEqual({ code: 0, output: expect.stringContaining('## deletedat-codemod') })
  const changed = sh(clone, 'git status --porcelain --untracked-files=all').output.trim().split('\n')
  expect(changed).toEqual([
    expect.stringMatching(/^\?\? migrations\/\d{14}-add-sessions-deletedat-column\.cjs$/),
  ])
  // Once more it changes nothing.
  sh(clone, 'git add -A && git commit -q -m repaired')
  expect(sh(clone, 'node ../repair.mjs').code).toBe(0)
  expect(sh(clone, 'git status --porcelain').output).toBe('')
})

test('where nothing is to be done nothing is changed, so no pull request is opened', () => {
  const clone = cloned(true)
  expect(sh(clone, 'node ../repair.mjs').code).toBe(0)
  expect(sh(clone, 'git status --porcelain').output).toBe('')
})

/** A pull request as a forge would show it. */
interface Request {
  branch: string
  title: string
  body: string
  files: string[]
}

/**
 * Stands in for the programs that are not at hand: clones each bare repository, runs the command in the clone, commits what it
 * changed, pushes a branch to the bare repository, and asks for a pull request where something was changed.
 */
function changed(
  clones: string[],
  run: string,
  said: { branch: string; title: string; message: string; body(output: string): string },
): (Request | undefined)[] {
  return clones.map((clone) => {
    const { code, output } = sh(clone, run)
    expect({ code, output }).toEqual({ code: 0, output })
    if (!sh(clone, 'git status --porcelain').output) return undefined
    const { branch, title, message } = said
    const pushed = sh(
      clone,
      `git checkout -q -b ${branch} && git add --all && git commit -q -m "${message}" && git push -q origin ${branch}`,
    )
    expect(pushed.code).toBe(0)
    // What the bare repository has is what a reviewer sees.
    const main = sh(clone, 'git rev-parse origin/HEAD').output.trim()
    const files = sh(path.join(clone, '../origin.git'), `git diff --name-status ${main} ${branch}`).output
    return { branch, title, body: said.body(output), files: files.trim().split('\n') }
  })
}

const ONE_MIGRATION = [expect.stringMatching(/^A\tmigrations\/\d{14}-add-sessions-deletedat-column\.cjs$/)]

test('multi-gitter, by a stand-in: one request with the migration for each repository that lacks it', () => {
  const [, program = '', branch = '', title = ''] =
    /multi-gitter run "([^"]+)" .*--branch (\S+) --pr-title "([^"]+)"/.exec(page) ?? []
  const said = { branch, title, message: title, body: () => title }
  const requests = changed([false, true, false].map(cloned), program.replace('$PWD', '..'), said)
  expect(requests).toEqual([
    { branch, title, body: title, files: ONE_MIGRATION },
    undefined,
    { branch, title, body: title, files: ONE_MIGRATION },
  ])
})

test('a batch change, by a stand-in: the report is the text of the request', () => {
  const { steps, changesetTemplate } = parse(block('yaml', 'changesetTemplate'))
  const [{ run, files, outputs }] = steps
  const [[name, text] = ['', '']] = Object.entries<string>(files)
  const clones = [false, true].map(cloned)
  for (const clone of clones) fs.writeFileSync(path.join(clone, '..', path.basename(name)), text)
  // The packages are there already.
  const program = run.replace('npm ci --ignore-scripts && ', '').replace(name, `../${path.basename(name)}`)
  expect(outputs.report.value).toMatch(/^\$\{\{ step\.stdout \}\}$/)
  const { branch, title, body, commit } = changesetTemplate
  const requests = changed(clones, program, {
    branch,
    title,
    message: commit.message,
    body: (output) => body.replace(/\$\{\{ outputs\.report \}\}/, () => output),
  })
  expect(requests).toEqual([
    {
      branch,
      title,
      body: expect.stringMatching(
        /^## deletedat-codemod\n[\s\S]*\n- \d{14}-add-\S+ adds "deletedAt" to "sessions"\.\n- new migrations\/\d{14}-add-/,
      ),
      files: ONE_MIGRATION,
    },
    undefined,
  ])
})

test('the batch spec runs the same program', () => {
  const spec = parse(block('yaml', 'changesetTemplate'))
  const [step] = spec.steps
  const [name = '', text = ''] = Object.entries<string>(step.files)[0] ?? []
  expect(step.run).toContain(`node ${name}`)
  const flat = (code: string) =>
    code
      .replace(/^\/\/.*\n/, '')
      .replace(/, shell: [^}]+/, '')
      .replace(/\s+/g, '')
  expect(flat(text)).toBe(flat(block('js', 'repair.mjs')))
})

test('the recipes for Turbo and Nx are JSON, and name the report of the script', () => {
  const { scripts } = JSON.parse(block('json', '"scripts"'))
  expect(scripts['soft-delete']).toMatch(/^deletedat-codemod check --output-file json=drift\.json$/)
  expect(JSON.parse(block('json', '"tasks"')).tasks['soft-delete'].outputs).toEqual(['drift.json'])
  expect(JSON.parse(block('json', 'targetDefaults')).targetDefaults['soft-delete'].outputs).toEqual([
    '{projectRoot}/drift.json',
  ])
})

test('merge of the page', () => {
  const clone = cloned(false)
  const [, line = ''] = /```sh\n(deletedat-codemod merge .+)\n/.exec(page) ?? []
  sh(clone, 'node_modules/.bin/deletedat-codemod check --output-file json=reports/drift.json')
  expect(sh(clone, `node_modules/.bin/${line}`).code).toBe(1)
  expect(fs.readFileSync(path.join(clone, 'fleet.html'), 'utf8')).toContain('Session is paranoid')
})
