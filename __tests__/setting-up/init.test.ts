/** `init`: what it finds, what it writes, that it does so once, and that the hook that it writes stops a commit. */

import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { settingsFrom } from '../../src/cli/settings'
import { init } from '../../src/commands/init'
import { Stopped } from '../../src/errors'
import { pageAt } from '../../src/our-names'
import { type } from '../helpers/command'
import { install } from '../helpers/installed'
import { git, model, repository, table } from '../helpers/repository'
import { addFiles, bytesOf, tempProject } from '../helpers/temp-project'

const CONFIG = 'deletedat-codemod.config.json'
const BASELINE = 'deletedat-codemod.baseline.json'

const topOf = (root: string) => git(root, 'rev-parse', '--show-toplevel').trim()
const text = (root: string, name: string) => fs.readFileSync(path.join(root, name), 'utf8')

/** The files without git's own and without node_modules. */
const filesOf = (root: string) =>
  Object.fromEntries(
    Object.entries(bytesOf(root)).filter(([name]) => !/(^|[\\/])(\.git|node_modules)[\\/]/.test(name)),
  )

async function told(root: string, line: string) {
  const { code, out, err } = await type(root, `${line} --format json`)
  expect(err).toBe('')
  const { checks, notes, next } = JSON.parse(out)
  const said = checks.map(
    (one: { subject: string; state: string; says: string }) => `${one.subject} ${one.state}: ${one.says}`,
  )
  return { code, said, notes, next }
}

const MANIFEST = (also: object = {}) =>
  `${JSON.stringify({ name: 'shop', dependencies: { sequelize: '6.37.8', pg: '8.0.0' }, ...also }, null, 2)}\n`

/** [what is there, the file of the hook and what is in it then]. Below the top: in `backend/`. */
const HOOKS: Record<
  string,
  { files: Record<string, string>; below?: string; file: string; has: string; says: string }
> = {
  'plain git': {
    files: { 'package.json': MANIFEST() },
    file: '.githooks/pre-commit',
    has: '#!/bin/sh\nnode_modules/.bin/deletedat-codemod check --staged\n',
    says: 'git: .githooks/pre-commit runs check --staged',
  },
  'plain git, below the top': {
    files: { 'package.json': MANIFEST() },
    below: 'backend',
    file: '.githooks/pre-commit',
    has: '#!/bin/sh\ncd backend && node_modules/.bin/deletedat-codemod check --staged\n',
    says: 'git: .githooks/pre-commit runs check --staged',
  },
  'husky, installed and without a hook': {
    files: { 'package.json': MANIFEST({ devDependencies: { husky: '9.0.0' } }) },
    file: '.husky/pre-commit',
    has: 'node_modules/.bin/deletedat-codemod check --staged\n',
    says: 'husky: .husky/pre-commit runs check --staged',
  },
  'husky 8 with a hook: in front of the rest, behind its own line': {
    files: { '.husky/pre-commit': '#!/usr/bin/env sh\n. "$(dirname -- "$0")/_/husky.sh"\n\nnpm test\n' },
    file: '.husky/pre-commit',
    has: '#!/usr/bin/env sh\n. "$(dirname -- "$0")/_/husky.sh"\nnode_modules/.bin/deletedat-codemod check --staged || exit 1\n\nnpm test\n',
    says: 'husky: .husky/pre-commit runs check --staged',
  },
  'husky with a hook that only speaks of the tool': {
    files: { '.husky/pre-commit': '# deletedat-codemod is to come\nnpm test\n' },
    file: '.husky/pre-commit',
    has: 'node_modules/.bin/deletedat-codemod check --staged || exit 1\n# deletedat-codemod is to come\nnpm test\n',
    says: 'husky: .husky/pre-commit runs check --staged',
  },
  'husky below the top, CRLF': {
    files: { '.husky/pre-commit': 'npm test\r\n' },
    below: 'backend',
    file: 'backend/.husky/pre-commit',
    has: '(cd backend && node_modules/.bin/deletedat-codemod check --staged) || exit 1\r\nnpm test\r\n',
    says: 'husky: backend/.husky/pre-commit runs check --staged',
  },
  lefthook: {
    files: { 'lefthook.yml': '# ours\npre-push:\n  commands:\n    test:\n      run: npm test\n' },
    file: 'lefthook.yml',
    has: '# ours\npre-push:\n  commands:\n    test:\n      run: npm test\n\npre-commit:\n  commands:\n    deletedat:\n      run: node_modules/.bin/deletedat-codemod check --staged\n',
    says: 'lefthook: lefthook.yml runs check --staged',
  },
  'lefthook with other commands': {
    files: {
      'lefthook.yml':
        'pre-commit:\n  parallel: true\n  commands:\n      lint: # fast\n        run: npm run lint\n',
    },
    file: 'lefthook.yml',
    has: 'pre-commit:\n  parallel: true\n  commands:\n      deletedat:\n        run: node_modules/.bin/deletedat-codemod check --staged\n      lint: # fast\n        run: npm run lint\n',
    says: 'lefthook: lefthook.yml runs check --staged',
  },
  'pre-commit': {
    files: {
      '.pre-commit-config.yaml':
        'default_stages: [pre-commit]\nrepos:\n- repo: https://example.com/x\n  rev: v1\n  hooks: [{ id: x }]\n',
    },
    file: '.pre-commit-config.yaml',
    has: 'default_stages: [pre-commit]\nrepos:\n- repo: https://example.com/x\n  rev: v1\n  hooks: [{ id: x }]\n- repo: local\n  hooks:\n    - id: deletedat-codemod\n      name: deletedat-codemod check\n      language: system\n      entry: node_modules/.bin/deletedat-codemod check --staged\n      pass_filenames: false\n      always_run: true\n',
    says: 'pre-commit: .pre-commit-config.yaml runs check --staged',
  },
}

describe.each(Object.entries(HOOKS))('%s', (_what, { files, below = '.', file, has, says }) => {
  test('the hook, once', async () => {
    const root = repository(files, below)
    const dry = await told(root, 'init --dry-run')
    expect(dry.said).toContainEqual(expect.stringContaining(`hook note: ${says}`))
    expect(git(root, 'status', '--porcelain')).toBe('')
    const { code, said } = await told(root, 'init --yes')
    expect(code).toBe(0)
    expect(said).toContainEqual(expect.stringContaining(`hook ok: ${says}`))
    const top = topOf(root)
    expect(text(top, file)).toBe(has)
    const after = filesOf(top)
    const again = await told(root, 'init --yes')
    const isAsleep = says.startsWith('husky')
    expect(again.said).toContainEqual(
      expect.stringMatching(
        isAsleep
          ? /^hook note: .* has it; git does not run it yet, type: npx husky$/
          : /^hook ok: .* has it$/,
      ),
    )
    expect(again.said).not.toContainEqual(expect.stringMatching(/^check /))
    expect(filesOf(top)).toEqual(after)
  })
})

test('a hook of husky that git runs is there', async () => {
  const root = repository({ '.husky/pre-commit': 'node_modules/.bin/deletedat-codemod check --staged\n' })
  git(root, 'config', 'core.hooksPath', '.husky/_')
  expect((await told(root, 'init --dry-run')).said).toContain('hook ok: husky: .husky/pre-commit has it')
})

test.each<[string, Record<string, string>]>([
  [
    'package.json',
    { 'package.json': MANIFEST({ 'lint-staged': { '*': 'deletedat-codemod check --staged' } }) },
  ],
  ['.lintstagedrc.yml', { '.lintstagedrc.yml': "'*': deletedat-codemod check --staged\n" }],
])('lint-staged has the command in %s, whoever runs it: no second hook is planned', async (file, files) => {
  const root = repository({ '.husky/pre-commit': 'npx lint-staged\n', ...files })
  expect((await told(root, 'init --dry-run')).said).toContain(`hook ok: lint-staged: ${file} has it`)
})

describe('plain git', () => {
  test('each clone is told where the hooks are, and the hook may be run', async () => {
    const root = repository({ 'package.json': MANIFEST({ scripts: { test: 'jest' } }) })
    const { said } = await told(root, 'init --yes')
    expect(said).toContain('git ok: git config core.hooksPath .githooks')
    expect(git(root, 'config', 'core.hooksPath').trim()).toBe('.githooks')
    expect(text(root, 'package.json')).toBe(
      MANIFEST({ scripts: { test: 'jest', prepare: 'git config core.hooksPath .githooks' } }),
    )
    if (process.platform !== 'win32')
      expect(fs.statSync(path.join(root, '.githooks/pre-commit')).mode & 0o111).toBe(0o111)
  })

  test('in a clone that has the hook and does not run it, git is told where the hooks are', async () => {
    const first = repository({ 'package.json': MANIFEST({ scripts: { prepare: 'x' } }) })
    await told(first, 'init --yes')
    git(first, 'add', '-A')
    git(first, 'commit', '-q', '--no-verify', '-m', 'set up')
    const root = path.join(tempProject(), 'clone')
    git(first, 'clone', '-q', '.', root)
    const dry = await told(root, 'init --dry-run')
    expect(dry.said).toContainEqual(
      expect.stringContaining('hook note: git: .githooks/pre-commit has it, and'),
    )
    expect(dry.said).toContainEqual(expect.stringContaining('git config core.hooksPath .githooks'))
    const { code, said } = await told(root, 'init --yes')
    expect(code).toBe(0)
    expect(said).toContain('git ok: git config core.hooksPath .githooks')
    expect(git(root, 'config', 'core.hooksPath').trim()).toBe('.githooks')
    expect(git(root, 'status', '--porcelain')).toBe('')
  })

  test.each<[string, (text: string) => string]>([
    ['ends without a line break', (text) => text.trimEnd()],
    ['has CRLF', (text) => text.replaceAll('\n', '\r\n')],
    ['has tabs', (text) => text.replaceAll('  ', '\t')],
    ['is one line', (text) => JSON.stringify(JSON.parse(text))],
  ])('a package.json that %s keeps its form', async (_, form) => {
    const root = repository({ 'package.json': form(MANIFEST({ scripts: { test: 'jest' } })) })
    expect((await told(root, 'init --yes')).code).toBe(0)
    expect(fs.readFileSync(path.join(root, 'package.json'), 'utf8')).toBe(
      form(MANIFEST({ scripts: { test: 'jest', prepare: 'git config core.hooksPath .githooks' } })),
    )
  })

  test('a package.json that has a prepare, or is formatted otherwise, is left as it is', async () => {
    for (const manifest of [MANIFEST({ scripts: { prepare: 'x' } }), MANIFEST().replace('{\n', '{\n\n')]) {
      const root = repository({ 'package.json': manifest })
      const { said } = await told(root, 'init --yes')
      expect(said.join('\n')).toContain('in each clone type: git config core.hooksPath .githooks')
      expect(text(root, 'package.json')).toBe(manifest)
    }
  })
})

/** What init does not dare to write is said, with what to write. */
const BY_HAND: [what: string, files: Record<string, string>, says: string][] = [
  [
    'a hook that is no script of a shell',
    { '.husky/pre-commit': '#!/usr/bin/env node\n' },
    'is no script of a shell; let it run: node_modules/.bin/deletedat-codemod check --staged',
  ],
  [
    'lefthook with jobs',
    { 'lefthook.yml': 'pre-commit:\n  jobs:\n    - run: x\n' },
    'lefthook.yml is not written as it is read here; add to it:',
  ],
  [
    'lefthook in one line',
    { 'lefthook.yml': 'pre-commit: { commands: {} }\n' },
    'add to it: pre-commit, commands, deletedat, run: node_modules',
  ],
  [
    'pre-commit with a key behind repos',
    { '.pre-commit-config.yaml': 'repos:\n- repo: x\nfail_fast: true\n' },
    'add to it: node_modules/.bin/deletedat-codemod check --staged',
  ],
]

test.each(BY_HAND)('by hand: %s', async (_what, files, says) => {
  const root = repository(files)
  const { said } = await told(root, 'init --yes')
  expect(said).toContainEqual(expect.stringMatching(/^hook note: /))
  expect(said.join('\n')).toContain(says)
  for (const [name, before] of Object.entries(files)) expect(text(root, name)).toBe(before)
})

test('by hand: a hook of .git, hooks elsewhere, a folder whose name must be quoted', async () => {
  const own = repository()
  addFiles(own, { '.git/hooks/pre-commit': '#!/bin/sh\n' })
  expect((await told(own, 'init --dry-run')).said.join('\n')).toContain(
    '.git/hooks has a pre-commit; add to it:',
  )
  const elsewhere = repository()
  git(elsewhere, 'config', 'core.hooksPath', tempProject())
  expect((await told(elsewhere, 'init --dry-run')).said.join('\n')).toContain(
    'core.hooksPath leads out of the repository',
  )
  const odd = repository({ '../.github/x': '' }, 'my backend; x')
  const { said } = await told(odd, 'init --yes')
  expect(said).toContainEqual(expect.stringMatching(/^hook note: /))
  expect(said).toContain(
    `ci note: GitHub: the name of the folder must be quoted; ${pageAt('ci')} has the job`,
  )
})

test('without a repository: config and baseline alone', async () => {
  const root = tempProject({
    'package.json': MANIFEST(),
    'models/a.js': model('A'),
    'migrations/1-a.js': table('As'),
  })
  const { said } = await told(root, 'init --yes')
  expect(said).toContain('hook note: there is no repository of git here')
  expect(said).toContain('ci note: there is no repository of git here')
  expect(Object.keys(filesOf(root)).sort()).toEqual(
    [BASELINE, CONFIG, 'migrations/1-a.js', 'models/a.js', 'package.json']
      .map((name) => path.normalize(name))
      .sort(),
  )
})

describe('config and baseline', () => {
  test('the finding of today is accepted, and check passes then', async () => {
    const root = repository()
    const { code, said, notes, next } = await told(root, 'init --yes')
    expect(code).toBe(0)
    expect(said).toContain(
      `baseline ok: ${BASELINE} accepts the finding of today, so that only new ones fail`,
    )
    expect(said).toContain('check ok: tried, exit code 0: no finding is left; proven 1 of 2, accepted 1')
    expect(JSON.parse(text(root, CONFIG))).toEqual({
      $schema: './node_modules/deletedat-codemod/schema/config.schema.json',
      paths: ['.'],
    })
    expect(notes).toContainEqual(expect.stringContaining('deletedat-codemod is not installed in '))
    expect(next).toBe('npm install --save-dev deletedat-codemod')
    expect((await type(root, 'check')).out).toContain('1 finding accepted by the baseline')
  })

  test('models that are not proven are no success, and what was written is to be added to git', async () => {
    const root = repository({ 'models/post.js': model('Nobody') })
    addFiles(root, { 'node_modules/deletedat-codemod/package.json': '{"version":"0.1.0"}' })
    const { code, said, next } = await told(root, 'init --yes')
    expect(code).toBe(0)
    expect(said).toContain('check note: tried, exit code 0: no finding is left; proven 1 of 2, accepted 0')
    expect(next).toMatch(/^git add .*githooks\/pre-commit/)
  })

  test('no finding, no baseline; a config that is there is left', async () => {
    const root = repository({ 'models/post.js': '', [CONFIG]: '{}' })
    const { said } = await told(root, 'init --yes')
    expect(said).toContain('config ok: there is one')
    expect(said.join('\n')).not.toContain('baseline')
    expect(text(root, CONFIG)).toBe('{}')
  })
})

/** [files at the top, below, the file, what is in it] */
const CI: [what: string, files: Record<string, string>, below: string, file: string, has: string[]][] = [
  [
    'GitHub, npm',
    { '.github/x': '', 'package-lock.json': '{}' },
    '.',
    '.github/workflows/deletedat-codemod.yml',
    ['cache: npm }', '- run: npm ci\n', '- run: npx deletedat-codemod check\n'],
  ],
  [
    'GitHub, pnpm',
    { '.github/x': '', 'pnpm-lock.yaml': '' },
    '.',
    '.github/workflows/deletedat-codemod.yml',
    [
      'pnpm/action-setup@v4\n        with: { version: latest }',
      'cache: pnpm',
      'pnpm install --frozen-lockfile',
      'pnpm exec deletedat-codemod check',
    ],
  ],
  [
    'GitHub, yarn 1',
    { '.github/x': '', 'yarn.lock': '# yarn lockfile v1\n' },
    '.',
    '.github/workflows/deletedat-codemod.yml',
    ['cache: yarn', 'yarn install --frozen-lockfile', 'yarn deletedat-codemod check'],
  ],
  [
    'GitHub, yarn 4',
    { '.github/x': '', 'yarn.lock': '__metadata:\n  version: 8\n' },
    '.',
    '.github/workflows/deletedat-codemod.yml',
    ['corepack enable', 'yarn install --immutable'],
  ],
  [
    'GitHub, bun',
    { '.github/x': '', 'bun.lock': '{}' },
    '.',
    '.github/workflows/deletedat-codemod.yml',
    ['oven-sh/setup-bun@v2', 'bunx deletedat-codemod check'],
  ],
  [
    'GitHub, below the top',
    { '../.github/x': '', 'package-lock.json': '{}' },
    'backend',
    '.github/workflows/deletedat-codemod.yml',
    ['run: { working-directory: backend }', 'cache-dependency-path: backend/package-lock.json'],
  ],
  [
    'GitHub, below the top with one lock file',
    { '../.github/x': '', '../package-lock.json': '{}' },
    'backend',
    '.github/workflows/deletedat-codemod.yml',
    ['- run: npm ci\n', 'npx deletedat-codemod check --workspace backend\n'],
  ],
  [
    'GitLab with jobs',
    { '../.gitlab-ci.yml': 'test:\n  script: [npm test]', 'package-lock.json': '{}' },
    'backend',
    '.gitlab-ci.yml',
    [
      'test:\n  script: [npm test]\n\ndeletedat-codemod:\n',
      '    - cd backend\n',
      'codequality: backend/gl-code-quality-report.json\n',
    ],
  ],
]

test.each(CI)('%s', async (_what, files, below, file, has) => {
  const root = repository(files, below)
  expect((await told(root, 'init --yes')).said).toContainEqual(expect.stringMatching(/^ci ok: Git(Hub|Lab)/))
  const written = text(topOf(root), file)
  for (const one of has) expect(written).toContain(one)
  expect((await told(root, 'init --yes')).said).toContainEqual(expect.stringMatching(/^ci ok: .* has it$/))
  expect(text(topOf(root), file)).toBe(written)
})

test('the remote tells the forge; stages without a test are left to a person', async () => {
  const root = repository()
  git(root, 'remote', 'add', 'origin', 'git@github.com:a/b.git')
  expect((await told(root, 'init --dry-run')).said.join('\n')).toContain(
    'GitHub: .github/workflows/deletedat-codemod.yml',
  )
  const lab = repository({ '.gitlab-ci.yml': 'stages:\n  - build\n' })
  expect((await told(lab, 'init --dry-run')).said).toContain(
    `ci note: GitLab: its stages have no test; ${pageAt('ci')} has the job`,
  )
  expect((await told(repository(), 'init --dry-run')).said.join('\n')).toContain(
    'ci note: neither GitHub nor GitLab',
  )
})

describe('asking', () => {
  const world = (answers: (boolean | undefined)[]) => {
    const asked: string[] = []
    return {
      asked,
      ask: async ({ name }: { name: string }) => {
        asked.push(name)
        return answers[asked.length - 1]
      },
      tryIt: () => Promise.reject(new Error('not tried')),
    }
  }
  const settings = (root: string) =>
    settingsFrom({}, { cwd: root, env: {}, terminal: { input: false, output: false } })
  const baselineFile = (root: string) => path.join(root, BASELINE)

  test('what is answered with no is left', async () => {
    const root = repository()
    const handed = world([false, false, false])
    const { checks } = await init(settings(root), { ...handed, baselineFile: baselineFile(root) })
    expect(handed.asked).toEqual(['config', 'baseline', 'hook'])
    expect(checks.map(({ state }) => state)).toEqual(['skipped', 'skipped', 'skipped', 'note'])
    expect(git(root, 'status', '--porcelain')).toBe('')
  })

  test('Ctrl-C writes nothing, whatever was answered before', async () => {
    const root = repository()
    const handed = world([true, true, undefined])
    await expect(init(settings(root), { ...handed, baselineFile: baselineFile(root) })).rejects.toThrow(
      Stopped,
    )
    expect(git(root, 'status', '--porcelain')).toBe('')
  })

  test('no terminal and no --yes: exit code 2', async () => {
    const root = repository()
    expect(await type(root, 'init')).toEqual({
      code: 2,
      out: '',
      err: 'There is no terminal to ask at.\nPass --yes to write, or --dry-run to look.\n',
    })
  })
})

test('--dry-run shows the changes as a diff', async () => {
  const { out, code } = await type(repository({ 'package.json': MANIFEST() }), 'init --dry-run')
  expect(code).toBe(0)
  expect(out).toContain('+node_modules/.bin/deletedat-codemod check --staged\n')
  expect(out).toContain('+    "prepare": "git config core.hooksPath .githooks"')
  expect(out).toContain('Nothing was written: this is a dry run.')
})

test('without a model, as in a wrong folder: nothing is written', async () => {
  const root = tempProject({ 'package.json': MANIFEST() })
  const before = filesOf(root)
  const { code, err } = await type(root, 'init --yes')
  expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('There is no Sequelize model here') })
  expect(filesOf(root)).toEqual(before)
  expect((await type(root, 'init --dry-run --allow-empty')).code).toBe(0)
})

test('what cannot be written: nothing is', async () => {
  const root = repository()
  // A file stands where the folder of the hooks would be.
  addFiles(root, { '.githooks': '' })
  const { code, err } = await type(root, 'init --yes')
  expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('pre-commit cannot be written.') })
  expect(git(root, 'status', '--porcelain').trim()).toBe('?? .githooks')
})

test.each(['.', 'backend'])(
  'in %s the hook that it writes stops a commit that drifts, and lets another pass',
  async (below) => {
    const root = repository({ 'package.json': MANIFEST() }, below)
    install(root)
    const { code, next } = await told(root, 'init --yes')
    expect({ code, next }).toEqual({ code: 0, next: expect.stringMatching(/^git add .*pre-commit/) })
    const committed = (message: string) =>
      spawnSync(
        'git',
        ['-c', 'user.name=A', '-c', 'user.email=a@example.com', 'commit', '-q', '-m', message],
        { cwd: root, encoding: 'utf8' },
      )
    git(root, 'add', '-A', topOf(root))
    expect(committed('set up')).toMatchObject({ status: 0 })
    addFiles(root, {
      'models/visit.js': model('Visit'),
      'migrations/20250101000002-visits.js': table('Visits'),
    })
    git(root, 'add', '-A')
    const refused = committed('drift')
    expect(refused.status).not.toBe(0)
    expect(refused.stdout + refused.stderr).toContain('Visit is paranoid but table "Visits"')
    addFiles(root, { 'migrations/20250101000002-visits.js': table('Visits', ['deletedAt']) })
    git(root, 'add', '-A')
    expect(committed('mended')).toMatchObject({ status: 0 })
  },
)
