/** What CI systems read of this repository: the action is run as a runner runs it, and the recipes of docs/ci.md as written. */

import { spawn } from 'node:child_process'
import fs from 'node:fs'
import http from 'node:http'
import path from 'node:path'
import { parse } from 'yaml'
import { type } from '../helpers/command'
import { install, sh } from '../helpers/installed'
import { addFiles, tempProject } from '../helpers/temp-project'

const repository = path.join(__dirname, '../..')
const action = parse(fs.readFileSync(path.join(repository, 'action.yml'), 'utf8'))
const page = fs.readFileSync(path.join(repository, 'docs/ci.md'), 'utf8').replaceAll('\r\n', '\n')
const recipes = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text = '']) => parse(text))

const home = tempProject()
beforeAll(() => install(home))

/** The README's project in `backend/` of a repository. */
function project(files: Record<string, string> = {}): string {
  const root = tempProject()
  const backend = path.join(root, 'backend')
  fs.cpSync(path.join(repository, '__testfixtures__/readme'), backend, { recursive: true })
  fs.symlinkSync(path.join(home, 'node_modules'), path.join(backend, 'node_modules'), 'junction')
  addFiles(root, files)
  return root
}

interface Comment {
  id: number
  body: string
  user: { type: string }
}

/** A forge that keeps comments. */
async function forge(comments: Comment[], status = 200) {
  const asked: string[] = []
  const server = http.createServer((request, response) => {
    let text = ''
    request.on('data', (chunk) => (text += chunk))
    request.on('end', () => {
      asked.push(`${request.method} ${request.url} ${request.headers.authorization}`)
      const body = text ? JSON.parse(text).body : undefined
      if (request.method === 'POST') comments.push({ id: comments.length + 1, body, user: { type: 'Bot' } })
      if (request.method === 'PATCH') {
        const id = Number(request.url?.split('/').at(-1))
        for (const one of comments) if (one.id === id) one.body = body
      }
      const search = new URL(request.url ?? '', 'http://x').searchParams
      const start = (Number(search.get('page') ?? 1) - 1) * 100
      response.writeHead(status, { 'content-type': 'application/json' })
      response.end(JSON.stringify(request.method === 'GET' ? comments.slice(start, start + 100) : {}))
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  return { url: `http://127.0.0.1:${port}`, asked, close: () => server.close() }
}

/** Runs the action as a runner does: inputs with their defaults in the environment, and files to write to. */
async function acted(root: string, given: Record<string, string>, api = 'http://127.0.0.1:9') {
  const inputs = Object.entries(action.inputs).map(([name, one]) => [
    `INPUT_${name.toUpperCase()}`,
    given[name] ?? String((one as { default: unknown }).default).replace(/^\$\{\{.*/, 'tok3n'),
  ])
  addFiles(root, { 'event.json': JSON.stringify({ pull_request: { number: 7 } }), summary: '', output: '' })
  const at = (name: string) => path.join(root, name)
  const child = spawn(process.execPath, [path.join(repository, action.runs.main)], {
    cwd: root,
    env: {
      ...process.env,
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_API_URL: api,
      GITHUB_WORKSPACE: root,
      GITHUB_REPOSITORY: 'shop/api',
      GITHUB_EVENT_PATH: at('event.json'),
      GITHUB_STEP_SUMMARY: at('summary'),
      GITHUB_OUTPUT: at('output'),
      ...Object.fromEntries(inputs),
    },
  })
  let out = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (out += chunk))
  const code = await new Promise((done) => child.on('close', done))
  const [summary, output] = ['summary', 'output'].map((name) => fs.readFileSync(at(name), 'utf8'))
  return { code, out, summary, output }
}

const BACKEND = { 'working-directory': 'backend', paths: 'models/' }

test('each input is one that the action reads, and each that it reads is there', () => {
  const text = ['main', 'comment'].map((name) =>
    fs.readFileSync(path.join(repository, `action/${name}.mjs`), 'utf8'),
  )
  const read = [...text.join('').matchAll(/(?:input|lines)\('([\w-]+)'\)/g)].map(([, name]) => name)
  expect([...new Set(read)].sort()).toEqual(Object.keys(action.inputs).sort())
  const [, table = ''] = /\| input \| \|\n\|---\|---\|\n([\s\S]*?)\n\n/.exec(page) ?? []
  expect([...table.matchAll(/^\| `([\w-]+)`/gm)].map(([, name]) => name).sort()).toEqual(
    Object.keys(action.inputs).sort(),
  )
})

test('annotations, a summary, and the exit code', async () => {
  const { code, out, summary, output } = await acted(project(), BACKEND)
  expect(code).toBe(1)
  expect(out).toContain('missing-column (1)')
  expect(out).toMatch(
    /^::error file=backend\/models\/session\.js,line=6,endLine=6,endColumn=\d+,col=79,title=missing-column::/m,
  )
  expect(summary).toContain('| missing-column | Session | sessions | `models/session.js:6` |')
  expect(output).toBe('exit-code=1\n')
})

test('options one word a line, and a project in which the tool is not installed', async () => {
  expect((await acted(project(), { ...BACKEND, args: '--only\nNobody\n' })).out).toContain(
    'There is no model Nobody.',
  )
  const bare = await acted(tempProject(), {})
  expect(bare).toMatchObject({
    code: 2,
    out: expect.stringContaining('::error::deletedat-codemod is not installed'),
  })
})

describe('the comment', () => {
  test('is written once with the changes, changed from then on, and says when all is repaired', async () => {
    const stranger = { body: '<!-- deletedat-codemod -->', user: { type: 'User' } }
    const comments: Comment[] = Array.from({ length: 101 }, (_, index) => ({ id: index + 1, ...stranger }))
    const { url, asked, close } = await forge(comments)
    const root = project()
    expect(await acted(root, { ...BACKEND, comment: 'true' }, url)).toMatchObject({ code: 1 })
    expect(comments).toHaveLength(102)
    expect(asked.at(-1)).toBe('POST /repos/shop/api/issues/7/comments Bearer tok3n')
    const own = comments.at(-1)
    expect(own?.body).toContain('| missing-column | Session |')
    expect(own?.body).toContain('```diff\n--- /dev/null\n+++ b/migrations/')
    expect(fs.readdirSync(path.join(root, 'backend/migrations'))).toHaveLength(1)

    expect(sh(path.join(root, 'backend'), 'node_modules/.bin/deletedat-codemod models/').code).toBe(0)
    expect(await acted(root, { ...BACKEND, comment: 'true' }, url)).toMatchObject({ code: 0 })
    expect(comments).toHaveLength(102)
    expect(own?.body).toContain('No findings; 1 paranoid among 1 model')
    expect(comments.filter(({ body }) => body !== stranger.body)).toHaveLength(1)
    close()
  })

  test('is not begun where there is nothing to say', async () => {
    const { url, asked, close } = await forge([])
    const root = project()
    sh(path.join(root, 'backend'), 'node_modules/.bin/deletedat-codemod models/')
    expect(await acted(root, { ...BACKEND, comment: 'true' }, url)).toMatchObject({ code: 0 })
    expect(asked).toEqual(['GET /repos/shop/api/issues/7/comments?per_page=100&page=1 Bearer tok3n'])
    close()
  })

  test('a token without the right to it leaves a warning, and the verdict as it is', async () => {
    const { url, close } = await forge([], 403)
    const { code, out } = await acted(project(), { ...BACKEND, comment: 'true' }, url)
    expect(code).toBe(1)
    expect(out).toMatch(
      /^::warning::The comment was not written: GET \/repos\/shop\/api\/issues\/7\/comments gave 403\.$/m,
    )
    close()
  })
})

describe('the command itself, on GitHub', () => {
  const files = {
    'package.json': '{"dependencies":{"sequelize":"6.37.7"}}',
    'models/user.js': "module.exports = (s) => s.define('User', {}, { tableName: 'users', paranoid: true })",
    'migrations/01-a.js': "module.exports = { up: (q, D) => q.createTable('users', { id: D.INTEGER }) }",
  }

  test('tells it beside its report, where no format is asked for', async () => {
    const root = tempProject({ ...files, summary: 'before\n' })
    const env = { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: path.join(root, 'summary') }
    const { out, err, code } = await type(root, 'check models', env)
    expect({ err, code }).toEqual({ err: '', code: 1 })
    expect(out).toMatch(/^missing-column \(1\)[\s\S]+\nNext: .+\n::error file=models\/user\.js,line=1,.+\n$/)
    expect(fs.readFileSync(env.GITHUB_STEP_SUMMARY, 'utf8')).toMatch(/^before\n## deletedat-codemod\n/)
    for (const line of ['check models --format json', 'why User models'])
      expect((await type(root, line, env)).out).not.toContain('::error')
    expect((await type(root, 'check models', {})).out).not.toContain('::error')
  })

  test('a summary that cannot be written costs nothing but itself', async () => {
    const root = tempProject(files)
    const env = { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: path.join(root, 'models') }
    const { out, code } = await type(root, 'check models', env)
    expect(code).toBe(1)
    expect(out).toMatch(/\n::notice::The summary of the step could not be written\.\n$/)
  })
})

test.each([
  ['GITHUB_WORKSPACE', 'github', 'file=backend/models/session.js,'],
  ['GITHUB_WORKSPACE', 'sarif', '"uri": "backend/models/session.js"'],
  ['CI_PROJECT_DIR', 'gitlab', '"path": "backend/models/session.js"'],
])('%s: %s has places from the root of the repository', async (name, format, place) => {
  const root = project()
  const backend = path.join(root, 'backend')
  const { out } = await type(backend, `check models --format ${format} --output-file ${format}=a`, {
    [name]: root,
  })
  expect(out).toContain(place)
  expect(fs.readFileSync(path.join(backend, 'a'), 'utf8')).toBe(out)
  const elsewhere = await type(backend, `check models --format ${format}`, {
    [name]: path.join(root, 'other'),
  })
  expect(elsewhere.out).toContain(place.replace('backend/', ''))
})

test('a patch with backticks does not end its fence', async () => {
  const root = project()
  const model = path.join(root, 'backend/models/session.js')
  fs.appendFileSync(model, '\n// ````\n')
  fs.writeFileSync(
    model,
    fs.readFileSync(model, 'utf8').replace('paranoid: true', 'paranoid: true /* ```` */'),
  )
  const { out } = await type(path.join(root, 'backend'), 'models --dry-run --repair B --format markdown')
  expect(out).toMatch(/\n`````diff\n--- a\/models\/session\.js\n[\s\S]*````[\s\S]*\n`````\n\n<\/details>\n$/)
})

describe('the recipes', () => {
  test('GitHub: the action is handed inputs that it has', () => {
    const steps = recipes.flatMap((one) => [
      ...(one.steps ?? []),
      ...Object.values(one.jobs ?? {}).flatMap((job) => (job as { steps: object[] }).steps),
    ])
    const uses = steps.find((one) => /deletedat-codemod@/.test(one.uses ?? ''))
    expect(Object.keys(uses.with).every((name) => name in action.inputs)).toBe(true)
    const commands = steps.flatMap(({ run }) => (run?.startsWith('npx') ? run : []))
    expect(commands).toHaveLength(2)
    const root = path.join(project(), 'backend')
    for (const line of commands) expect(sh(root, line)).toMatchObject({ code: 1 })
    expect(JSON.parse(fs.readFileSync(path.join(root, 'drift.sarif'), 'utf8')).version).toBe('2.1.0')
  })

  test('GitLab: every artifact is written by the script', () => {
    const job = recipes.find((one) => 'soft-delete' in one)['soft-delete']
    const root = path.join(project(), 'backend')
    const [install, ...script] = job.script
    expect(install).toBe('npm ci')
    for (const line of script) expect(sh(root, line)).toMatchObject({ code: 1 })
    const { codequality, junit } = job.artifacts.reports
    for (const name of [codequality, junit, ...job.artifacts.paths])
      expect(fs.statSync(path.join(root, name)).size).toBeGreaterThan(100)
    expect(JSON.parse(fs.readFileSync(path.join(root, codequality), 'utf8'))).toHaveLength(1)
  })
})
