/**
 * `npm run demo`: the example project on embedded Postgres. Its query fails, the tool repairs it, sequelize-cli
 * migrates, the query works. Fails itself as soon as a step does not do what is said.
 */
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { startPglite } from './pglite.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const say = (text = '') => process.stdout.write(`${text}\n`)
const indented = (text) => text.trim().replace(/^(?=.)/gm, '    ')

const commands = {
  'npx sequelize-cli': path.join(root, 'node_modules/sequelize-cli/lib/sequelize'),
  'npx deletedat-codemod': path.join(root, 'dist/bin.js'),
  node: undefined,
}

/** Runs it without a shell, shows it, and hands back its output and exit code. */
function run(project, url, command, ...args) {
  say(`  $ ${[command, ...args].join(' ')}`)
  const script = commands[command]
  const child = spawn(process.execPath, script ? [script, ...args] : args, {
    cwd: project,
    env: { ...process.env, DATABASE_URL: url, NODE_ENV: 'development' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  return new Promise((resolve, reject) => {
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += data))
    child.on('error', reject)
    child.on('close', (code) => {
      say(`${indented(output)}\n`)
      resolve({ code, output })
    })
  })
}

function expect({ code, output }, wanted, pattern) {
  if (code === wanted && pattern.test(output)) return
  throw new Error(`Expected exit code ${wanted} and ${pattern}, got exit code ${code}.`)
}

function copyExample() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'fitness-studio-'))
  fs.cpSync(path.join(root, 'examples/fitness-studio'), folder, { recursive: true })
  fs.symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'), 'junction')
  return folder
}

const migrationsOf = (project) => fs.readdirSync(path.join(project, 'backend/migrations'))

async function demo(project, url) {
  const step = (...command) => run(project, url, ...command)

  say('1. A project with its migrations run, and a few rows:\n')
  expect(await step('npx sequelize-cli', 'db:migrate'), 0, /create-rooms: migrated/)
  expect(await step('npx sequelize-cli', 'db:seed:all'), 0, /first-week: migrated/)

  say('2. Its timetable, a plain query of the model Session, fails:\n')
  expect(await step('node', 'backend/timetable.mjs'), 1, /column "deletedAt" does not exist/)

  say('3. The tool finds out why, and repairs it:\n')
  const before = migrationsOf(project)
  await step('npx deletedat-codemod', 'backend/models', '--yes')
  const written = migrationsOf(project).filter((name) => !before.includes(name))
  const ours = written.find((name) => /^\d{14}-add-sessions-deletedat-column\.cjs$/.test(name))
  if (!ours)
    throw new Error(`No migration for sessions was written, only: ${written.join(', ') || 'nothing'}.`)
  say(`  backend/migrations/${ours} reads:\n`)
  say(`${indented(fs.readFileSync(path.join(project, 'backend/migrations', ours), 'utf8'))}\n`)

  say('4. sequelize-cli runs what was written:\n')
  expect(await step('npx sequelize-cli', 'db:migrate'), 0, /add-sessions-deletedat-column: migrated/)

  say('5. The timetable works:\n')
  expect(await step('node', 'backend/timetable.mjs'), 0, /Yoga \(1 booked\)\n.*Spinning \(0 booked\)/)

  say('6. What is left is for a person to decide:\n')
  expect(await step('npx deletedat-codemod', 'check', 'backend/models'), 1, /Trainer/)
}

async function main() {
  if (!fs.existsSync(commands['npx deletedat-codemod'])) throw new Error('Run npm run build first.')
  const project = copyExample()
  say(`The example project, copied to ${project}, on embedded Postgres:\n`)
  const { url, stop } = await startPglite()
  try {
    await demo(project, url)
    say('Every step did what it said.')
  } finally {
    await stop()
    fs.rmSync(project, { recursive: true, force: true })
  }
}

main().catch((error) => {
  process.stderr.write(`\nThe demo failed. ${error.message}\n`)
  process.exitCode = 1
})
