/** `check --staged` judges what is staged, whatever is on the disk. */

import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { check, format } from '../../src'
import { type, withEnv } from '../helpers/command'
import { column, commit, drop, git, model, repository, table } from '../helpers/repository'
import { addFiles, tempProject } from '../helpers/temp-project'

const told = async (root: string, line = 'check --staged') => {
  const { code, out, err } = await type(root, `${line} --format json`)
  if (!out) return { code, err, models: [], findings: [], notes: [], next: null }
  const { models, findings, notes, next } = JSON.parse(out)
  return {
    code,
    err,
    models: models.map((one: { name: string }) => one.name),
    findings: findings.map((one: { rule: string; model: string; message: string }) =>
      [one.rule, one.model ?? one.message].join(' '),
    ),
    hints: findings.map((one: { hint: string }) => one.hint),
    notes,
    next,
  }
}

describe.each(['.', 'backend'])('a project in %s', (below) => {
  test('a model that drifts is found, with the model alone in the next command', async () => {
    const root = repository({}, below)
    addFiles(root, {
      'models/visit.js': model('Visit'),
      'migrations/20250101000002-visits.js': table('Visits'),
    })
    git(root, 'add', '-A')
    expect(await told(root)).toMatchObject({
      code: 1,
      models: ['Visit'],
      findings: ['missing-column Visit'],
      next: 'npx deletedat-codemod --only Visit',
    })
  })

  test('a migration on the disk that is not staged does not count, and is named', async () => {
    const root = repository({}, below)
    addFiles(root, {
      'models/visit.js': model('Visit'),
      'migrations/20250101000002-visits.js': table('Visits'),
    })
    git(root, 'add', '-A')
    addFiles(root, { 'migrations/20250101000003-add.js': column('Visits') })
    const found = await told(root)
    expect(found).toMatchObject({
      code: 1,
      findings: ['missing-column Visit'],
      next: 'git add migrations/20250101000003-add.js',
    })
    expect(found.hints).toEqual([
      'It is mended on the disk, but not staged. Run git add migrations/20250101000003-add.js.',
    ])
    git(root, 'add', 'migrations')
    expect(await told(root)).toMatchObject({ code: 0, models: ['Visit'], findings: [], next: null })
  })

  test('an unstaged mend of the model does not count, and unstaged drift does not block', async () => {
    const root = repository(
      { 'models/comment.js': model('Comment', ''), 'models/tag.js': model('Tag', '') },
      below,
    )
    addFiles(root, { 'models/comment.js': model('Comment') })
    addFiles(root, { 'migrations/20250101000002-comments.js': table('Comments') })
    git(root, 'add', '-A')
    addFiles(root, { 'models/comment.js': model('Comment', ''), 'models/tag.js': model('Tag') })
    expect(await told(root)).toMatchObject({
      code: 1,
      models: ['Comment'],
      findings: ['missing-column Comment'],
      next: 'git add models/comment.js',
    })
  })

  test('drift that was there before does not block another commit', async () => {
    const root = repository({}, below)
    expect((await told(root, 'check')).findings).toEqual(['missing-column Post'])
    addFiles(root, { 'models/user.js': `${model('User')}// more\n` })
    git(root, 'add', '-A')
    expect(await told(root)).toMatchObject({ code: 0, models: ['User'], findings: [] })
  })

  test('a migration that is deleted from the index and left on the disk is not there', async () => {
    const root = repository({ 'migrations/20250101000003-add.js': column('Posts') }, below)
    expect((await told(root, 'check')).findings).toEqual([])
    git(root, 'rm', '-q', '--cached', 'migrations/20250101000003-add.js')
    expect(await told(root)).toMatchObject({
      code: 1,
      models: ['Post'],
      findings: ['missing-column Post'],
      next: 'git add migrations/20250101000003-add.js',
    })
  })

  test.each(['moved', 'deleted'])('the whole folder of migrations %s: its models are judged', async (how) => {
    const root = repository({}, below)
    if (how === 'moved') git(root, 'mv', 'migrations', 'changes')
    else git(root, 'rm', '-qr', 'migrations')
    expect(await told(root)).toMatchObject({ code: 0, models: ['Post', 'User'] })
    expect((await told(root, 'check --staged --strict')).code).toBe(1)
    expect((await told(root, 'check --changed')).models).toEqual(['Post', 'User'])
  })

  test('a migration that drops the column blocks, and names the model of its table alone', async () => {
    const root = repository({}, below)
    addFiles(root, { 'migrations/20250101000002-drop.js': drop('Users') })
    git(root, 'add', '-A')
    expect(await told(root)).toMatchObject({ code: 1, models: ['User'], findings: ['missing-column User'] })
  })

  test('a migration that now alters another table touches both tables', async () => {
    const root = repository({ 'migrations/20250101000002-add.js': column('Posts') }, below)
    addFiles(root, { 'migrations/20250101000002-add.js': column('Users', 'seenAt') })
    git(root, 'add', '-A')
    expect(await told(root)).toMatchObject({
      code: 1,
      models: ['Post', 'User'],
      findings: ['missing-column Post'],
    })
  })
})

test('a file of which a part is staged is judged by that part, with its own lines', async () => {
  const root = repository()
  addFiles(root, {
    'models/visit.js': model('Visit'),
    'migrations/20250101000002-visits.js': table('Visits'),
  })
  git(root, 'add', '-A')
  addFiles(root, { 'models/visit.js': `\n\n\n${model('Visit', '')}` })
  const { out } = await type(root, 'check --staged')
  expect(out).toContain('models/visit.js:1')
  expect(out).toContain('paranoid: true')
})

test('a model that is deleted in the index, and one whose file is only on the disk, are not judged', async () => {
  const root = repository()
  git(root, 'rm', '-q', '--cached', 'models/post.js')
  addFiles(root, { 'models/draft.js': model('Draft') })
  expect(await told(root)).toMatchObject({ code: 0, models: [] })
  expect((await type(root, 'check --staged')).out).toBe('No model depends on what is staged.\n')
})

test('a staged file that is gone from the disk is judged', async () => {
  const root = repository()
  addFiles(root, {
    'models/deep/visit.js': model('Visit'),
    'migrations/20250101000002-visits.js': table('Visits'),
  })
  git(root, 'add', '-A')
  fs.rmSync(path.join(root, 'models/deep'), { recursive: true })
  fs.rmSync(path.join(root, 'migrations'), { recursive: true })
  expect(await told(root)).toMatchObject({ code: 1, findings: ['missing-column Visit'] })
})

test('what git add -N only announces is not part of the commit', async () => {
  const root = repository()
  addFiles(root, {
    'models/visit.js': model('Visit'),
    'migrations/20250101000002-visits.js': table('Visits'),
  })
  git(root, 'add', '-N', '.')
  expect(await told(root)).toMatchObject({ code: 0, models: [] })
  addFiles(root, { 'migrations/20250101000003-add.js': column('Visits') })
  git(root, 'add', 'models', 'migrations/20250101000002-visits.js')
  git(root, 'add', '-N', '.')
  expect(await told(root)).toMatchObject({
    code: 1,
    findings: ['missing-column Visit'],
    next: 'git add migrations/20250101000003-add.js',
  })
})

test('a default beside the project: its staged text is taken, and touches the models that use it', async () => {
  const root = repository(
    {
      '../shared/defaults.js': 'module.exports = { paranoid: false }\n',
      'models/tag.js': model('Tag', "...require('../../shared/defaults')"),
      'migrations/20250101000002-tags.js': table('Tags'),
    },
    'backend',
  )
  const top = path.dirname(root)
  commit(top, 'shared')
  addFiles(top, { 'shared/defaults.js': 'module.exports = { paranoid: true }\n' })
  git(top, 'add', '-A')
  addFiles(top, { 'shared/defaults.js': 'module.exports = { paranoid: false }\n' })
  expect(await told(root)).toMatchObject({ code: 1, models: ['Tag'], findings: ['missing-column Tag'] })
})

test('a default that is deleted touches the models that use it', async () => {
  const root = repository({
    'lib/defaults.js': 'module.exports = { paranoid: false }\n',
    'models/tag.js': model('Tag', "...require('../lib/defaults')"),
  })
  git(root, 'rm', '-q', '--cached', 'lib/defaults.js')
  const { out } = await type(root, 'check --staged --strict')
  expect(out).toContain('undecided')
  expect(out).toContain('Tag')
  expect(out).not.toContain('Post')
})

test('names with blanks, quotes and letters of any script, and texts with a byte-order mark and CRLF', async () => {
  const root = repository()
  addFiles(root, {
    "models/ein 'Zitat' für ä 日本.js": `\ufeff${model('Visit').replaceAll('\n', '\r\n')}`,
    'migrations/20250101000002-visits.js': table('Visits'),
  })
  git(root, 'add', '-A')
  fs.rmSync(path.join(root, 'models'), { recursive: true })
  expect(await told(root)).toMatchObject({ code: 1, findings: ['missing-column Visit'] })
})

test('a comment that accepts a finding, in a model that is not judged, is not told as needless', async () => {
  const root = repository({
    'models/post.js': `// deletedat-ignore missing-column: the view adds it\n${model('Post')}`,
  })
  addFiles(root, { 'models/user.js': `${model('User')}// more\n` })
  git(root, 'add', '-A')
  expect(await told(root)).toMatchObject({ code: 0, models: ['User'], notes: [] })
  addFiles(root, { 'migrations/20250101000002-x.js': column('Posts', 'seenAt') })
  git(root, 'add', '-A')
  expect(await told(root)).toMatchObject({ code: 0, models: ['Post', 'User'], findings: [] })
})

test('a program takes the same options', async () => {
  const root = repository()
  addFiles(root, { 'migrations/20250101000002-drop.js': drop('Users') })
  git(root, 'add', '-A')
  addFiles(root, { 'models/user.js': '' })
  const outcome = await check({ cwd: root, staged: true })
  expect(outcome.findings.map(({ model }) => model)).toEqual(['User'])
  expect(format(outcome, 'terminal')).toContain('paranoid: true')
})

test('the first commit', async () => {
  const root = tempProject({
    'models/user.js': model('User'),
    'migrations/20250101000000-users.js': table('Users'),
  })
  git(root, 'init', '-q')
  git(root, 'add', '-A')
  expect(await told(root)).toMatchObject({ code: 1, models: ['User'], findings: ['missing-column User'] })
})

describe('nothing is read where nothing can matter', () => {
  test.each([
    ['nothing', {}],
    ['a text and a picture', { 'docs/a.md': '# A\n', 'a.png': Buffer.from([0, 1]) }],
  ])('%s is staged', async (_, files) => {
    const root = repository({ 'models/broken.js': 'class {' })
    addFiles(root, files)
    git(root, 'add', '-A')
    const { code, out } = await type(root, 'check --staged')
    expect({ code, out }).toEqual({ code: 0, out: 'No model depends on what is staged.\n' })
  })

  test('a dependency that tells nothing of Sequelize touches no model; another version of it does', async () => {
    const root = repository()
    addFiles(root, {
      'package.json': '{"name":"shop","dependencies":{"left-pad":"1.0.0","sequelize":"6.37.8","pg":"8.0.0"}}',
    })
    git(root, 'add', '-A')
    expect(await told(root)).toMatchObject({ code: 0, models: [] })
    addFiles(root, { 'package.json': '{"name":"shop","dependencies":{"sequelize":"5.22.0","pg":"8.0.0"}}' })
    git(root, 'add', '-A')
    expect(await told(root)).toMatchObject({ code: 1, models: ['Post', 'User'] })
  })
})

test('a slip in another file does not block; one in a staged file does', async () => {
  const root = repository({ 'models/broken.js': `${model('Broken')}}` })
  addFiles(root, { 'models/user.js': `${model('User')}// more\n` })
  git(root, 'add', '-A')
  expect(await told(root)).toMatchObject({ code: 0, models: ['User'], findings: [] })
  addFiles(root, { 'models/user.js': `${model('User')}}` })
  git(root, 'add', '-A')
  expect(await told(root)).toMatchObject({ code: 2, findings: [expect.stringMatching(/^unreadable/)] })
})

test('folders narrow what is judged; a file that is named counts as changed too', async () => {
  const root = repository()
  addFiles(root, { 'models/user.js': `${model('User')}// more\n` })
  git(root, 'add', '-A')
  expect((await told(root, 'check --staged migrations')).models).toEqual([])
  expect((await told(root, 'check --staged models')).models).toEqual(['User'])
  expect(await told(root, 'check --staged models/post.js')).toMatchObject({
    code: 1,
    models: ['Post', 'User'],
  })
})

test('a migration that git ignores is told', async () => {
  const root = repository({ '.gitignore': '*-add.js\n' })
  addFiles(root, {
    'migrations/20250101000002-add.js': column('Posts'),
    'models/post.js': `${model('Post')}//\n`,
  })
  git(root, 'add', '-A')
  const { code, notes } = await told(root)
  expect(code).toBe(0)
  expect(notes).toContain(
    'git ignores migrations/20250101000002-add.js, so no commit takes it along: git add -f migrations/20250101000002-add.js, or mend .gitignore.',
  )
})

describe('--changed and --since', () => {
  test('--changed judges the disk against the last commit, new files included', async () => {
    const root = repository()
    expect(await told(root, 'check --changed')).toMatchObject({ code: 0, models: [] })
    addFiles(root, { 'migrations/20250101000002-drop.js': drop('Users') })
    expect(await told(root, 'check --changed')).toMatchObject({ code: 1, findings: ['missing-column User'] })
  })

  test('--since judges what the branch changed since it left the other', async () => {
    const root = repository()
    git(root, 'branch', 'base')
    addFiles(root, { 'migrations/20250101000002-drop.js': drop('Users') })
    commit(root, 'drop')
    expect(await told(root, 'check --since base')).toMatchObject({
      code: 1,
      models: ['User'],
      findings: ['missing-column User'],
    })
    // The other branch goes on: what it did is not ours.
    git(root, 'checkout', '-q', 'base')
    addFiles(root, { 'models/post.js': `${model('Post')}//\n` })
    commit(root, 'theirs')
    git(root, 'checkout', '-q', '-')
    expect(await told(root, 'check --since base')).toMatchObject({ models: ['User'] })
  })

  test('a branch that is not there is an error with a way out', async () => {
    const root = repository()
    const { code, err } = await type(root, 'check --since origin/main')
    expect(code).toBe(2)
    expect(err).toBe(
      'git knows no commit origin/main, which --since names.\nName a branch, a tag or a commit that was fetched: git fetch origin, and in CI a checkout with its history (fetch-depth: 0).\n',
    )
    expect((await type(root, ['check', '--since', '--output=x'])).code).toBe(2)
    expect(fs.existsSync(path.join(root, 'x'))).toBe(false)
  })

  test('a commit without a common past: all that differs counts, and that is said', async () => {
    const root = repository()
    git(root, 'checkout', '-q', '--orphan', 'other')
    addFiles(root, { 'models/post.js': `${model('Post')}//\n` })
    commit(root, 'other')
    const branch = git(root, 'branch', '--list', 'ma*').trim()
    const { models, notes } = await told(root, `check --since ${branch}`)
    expect(models).toEqual(['Post'])
    expect(notes[0]).toMatch(/^git cannot tell where this branch left ma/)
  })
})

describe('what cannot be done', () => {
  test('no repository', async () => {
    const root = tempProject({ 'models/user.js': model('User') })
    const { code, err } = await type(root, 'check --staged')
    expect(code).toBe(2)
    expect(err).toMatch(/^This folder lies in no working tree of git \(.+\)\.\n/)
  })

  test('no git', async () => {
    const root = repository()
    const { PATH } = process.env
    process.env.PATH = root
    try {
      expect(await type(root, 'check --staged')).toMatchObject({
        code: 2,
        err: 'git is not found, and only git knows what has changed.\nInstall git, or name the files.\n',
      })
    } finally {
      process.env.PATH = PATH
    }
  })

  test.each(['--staged --changed', '--staged --since HEAD', '--staged --runtime', '--staged --replay'])(
    '%s',
    async (options) => {
      const { code, err } = await type(repository(), `check ${options}`)
      expect(code).toBe(2)
      expect(err).toMatch(/Pass one of them\.\n$/)
    },
  )
})

describe('after a repair', () => {
  test.each(['.', 'backend'])('what must be added is said, in %s, and can be pasted', async (below) => {
    const root = repository({}, below)
    const { out } = await type(root, '--yes')
    expect(out).toContain(
      'To commit: git add migrations/20250530120000-add-Posts-deletedat-column.cjs\nNext: ',
    )
    const [, added = ''] = /To commit: git (.+)/.exec(out) ?? []
    git(root, ...added.split(' '))
    expect(git(root, 'status', '--porcelain')).toMatch(/^A {2}\S+-add-Posts-deletedat-column\.cjs\n$/m)
    expect(await told(root)).toMatchObject({ code: 0, models: ['Post'] })
  })

  test('a changed model is named, and its backup is not', async () => {
    const root = repository({
      'models/my post.js': model('Visit'),
      'migrations/20250101000002-v.js': table('Visits'),
    })
    const { out } = await type(root, '--yes --only Visit --repair B')
    expect(out).toContain('To commit: git add "models/my post.js"\n')
  })

  test('a migration that git ignores is told, with the way out', async () => {
    const root = repository({ '.gitignore': '*.cjs\n' })
    const { out } = await type(root, '--yes --format json')
    const { notes, toCommit } = JSON.parse(out)
    const file = 'migrations/20250530120000-add-Posts-deletedat-column.cjs'
    expect(notes).toContain(
      `git ignores ${file}, so no commit takes it along: git add -f ${file}, or mend .gitignore.`,
    )
    expect(toCommit).toBeUndefined()
  })

  const onPosix = process.platform === 'win32' ? test.skip : test
  onPosix('a name that a shell would run is quoted, and adds that file', async () => {
    const name = "models/it's $(touch ran) `touch ran`.js"
    const root = repository({ [name]: model('Visit'), 'migrations/20250101000002-v.js': table('Visits') })
    const { out } = await type(root, '--yes --only Visit --repair B')
    const [, command = ''] = /To commit: (.+)/.exec(out) ?? []
    execFileSync('sh', ['-c', command], { cwd: root })
    expect(git(root, 'diff', '--cached', '--name-only', '-z')).toBe(`${name}\0`)
    expect(fs.existsSync(path.join(root, 'ran'))).toBe(false)
  })

  test('where there is no repository nothing is said', async () => {
    const root = tempProject({
      'models/user.js': model('User'),
      'migrations/20250101000000-users.js': table('Users'),
    })
    const { out } = await type(root, '--yes')
    expect(out).not.toContain('git')
  })
})

test('git is asked each question once, also where the config is read from the index', async () => {
  const root = repository({ 'deletedat-codemod.config.json': '{ "strict": true }\n' })
  addFiles(root, { 'models/user.js': `${model('User')}// changed\n` })
  git(root, 'add', '-A')
  const trace = path.join(tempProject(), 'trace')
  await withEnv({ GIT_TRACE: trace }, () => told(root))
  const asked = fs.readFileSync(trace, 'utf8').matchAll(/built-in: git (\S+)/g)
  expect([...asked].map(([, what]) => what).sort()).toEqual([
    'check-ignore',
    'config',
    'diff-files',
    'diff-index',
    'ls-files',
    'ls-files',
    'rev-parse',
  ])
})
