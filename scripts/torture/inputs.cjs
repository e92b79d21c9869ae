/**
 * Generated projects: whatever stands in the files, the command ends in time with an honest word, says the same as text and
 * as JSON, changes no byte that it was not asked to change, and names become code only as literals. What fails is shrunk.
 */

const { fork } = require('node:child_process')
const fs = require('node:fs')
const path = require('node:path')
const fc = require('fast-check')
const { bytesOf } = require('./project.cjs')
const { filesFrom, projects } = require('./inputs-projects.cjs')
const { inFolder } = require('./world.cjs')

/** Milliseconds that a command may take on a project of a few files, on a machine that others work on too. */
const PATIENCE = 20_000

/** A process that carries out commands, made anew where one was ended. */
let runner
/** Once the time is up: what is still asked then is of no project that counts. */
let isOver = false

function command(root, argv) {
  if (isOver) return Promise.resolve({ fault: 'the time is up' })
  runner ??= fork(path.join(__dirname, 'inputs-runner.cjs'), { stdio: 'ignore' })
  const mine = runner
  return new Promise((resolve) => {
    const done = (told) => {
      clearTimeout(timer)
      mine.removeAllListeners()
      resolve(told)
    }
    const timer = setTimeout(() => {
      mine.kill('SIGKILL')
      runner = undefined
      done({ fault: `${argv.join(' ')} takes longer than ${PATIENCE / 1000} s` })
    }, PATIENCE)
    mine.once('message', done)
    mine.once('exit', (code, signal) => {
      runner = undefined
      done({ fault: `${argv.join(' ')} ends the process: ${signal ?? code}` })
    })
    mine.send({ root, argv })
  })
}

/** @returns faults, a sentence each */
const faultsOf = (project) =>
  inFolder(async (root) => {
    const before = filesFrom(project)
    for (const [name, content] of Object.entries(before)) {
      const file = path.join(root, name)
      fs.mkdirSync(path.dirname(file), { recursive: true })
      fs.writeFileSync(file, content)
    }
    const start = bytesOf(root)
    const faults = []
    const asked = async (...argv) => {
      const told = await command(root, argv)
      if (told.fault) faults.push(told.fault)
      else if (/This is a bug/.test(told.out + told.err))
        faults.push(`${argv.join(' ')}: ${told.err || told.out}`)
      return told.fault ? undefined : told
    }
    const [text, json] = [await asked('check', 'models'), await asked('check', 'models', '--format', 'json')]
    const [strict, strictJson] = [
      await asked('check', 'models', '--strict', '--format', 'compact'),
      await asked('check', 'models', '--strict', '--format', 'json'),
    ]
    for (const [one, other] of [
      [text, json],
      [strict, strictJson],
    ])
      if (one && other && one.code !== other.code)
        faults.push(`text ends with ${one.code}, JSON with ${other.code}`)
    const document = documentIn(json, faults)
    if (JSON.stringify(bytesOf(root)) !== JSON.stringify(start)) faults.push('check changed a file')
    const run = await asked('models', '--repair', 'add-column', '--timestamp', '20250530120000')
    if (run) faults.push(...faultsOfWritten(bytesOf(root), start, document))
    return faults
  })

function documentIn(json, faults) {
  if (!json?.out) return undefined
  try {
    return JSON.parse(json.out)
  } catch {
    faults.push('the JSON cannot be parsed')
    return undefined
  }
}

/** A repair A writes migrations and nothing else; the names of the models are literals in them, and nothing more. */
function faultsOfWritten(now, start, document) {
  const faults = []
  for (const name of Object.keys(start))
    if (now[name] !== start[name]) faults.push(`${name} was changed by a repair A`)
  const tables = new Set((document?.models ?? []).map(({ table }) => asSent(table?.name)))
  for (const [name, text] of Object.entries(now)) {
    if (start[name] !== undefined || !/^migrations\/.*\.cjs$/.test(name)) continue
    const literal = migrationTable(Buffer.from(text, 'latin1').toString('utf8'))
    if (literal === undefined) faults.push(`${name} is no program`)
    else if (document && !tables.has(asSent(literal)))
      faults.push(`${name} is for ${JSON.stringify(literal)}, which no model asks for`)
  }
  return faults
}

/** Sequelize drops the quotes of a name, and PostgreSQL cuts it at 63 bytes. */
const asSent = (name = '') => Buffer.from(name.replaceAll('"', '')).subarray(0, 63).toString()

/** The first text of `const [tableName, …] = ['…', …]`. */
function migrationTable(text) {
  const { parse } = require('@babel/parser')
  try {
    const { program } = parse(text)
    const declared = program.body.flatMap(({ declarations = [] }) => declarations)
    return declared.find(({ init }) => init?.type === 'ArrayExpression')?.init.elements[0].value
  } catch {
    return undefined
  }
}

/**
 * @param count how many projects; @param until milliseconds of the clock at which it stops anyway
 * @returns how many were tried, whether the time was up before the count, and the faults with the smallest project that has them
 */
async function inputs({ seed, count, until, say }) {
  let tried = 0
  const property = fc.asyncProperty(projects, async (project) => {
    tried++
    const faults = await faultsOf(project)
    if (faults.length) throw new Error(faults.join('\n'))
  })
  isOver = false
  const told = await fc.check(property, {
    seed,
    numRuns: count,
    ...(Number.isFinite(until) && { interruptAfterTimeLimit: Math.max(until - Date.now(), 1) }),
    markInterruptAsFailure: false,
  })
  // What is still under way then must start no process after `stop`.
  isOver = true
  // Where the time is up before the first project, it has failed without an example.
  if (!told.counterexample) return { tried, faults: [], isCut: told.interrupted }
  const folder = fs.mkdtempSync(path.join(require('node:os').tmpdir(), 'torture-input-'))
  for (const [name, content] of Object.entries(filesFrom(told.counterexample[0]))) {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    fs.writeFileSync(path.join(folder, name), content)
  }
  say(`  the smallest project that fails so: ${folder} (seed ${seed}, path ${told.counterexamplePath})`)
  return { tried, faults: [String(told.errorInstance?.message ?? told.error)], isCut: told.interrupted }
}

/** Ends the process that carries out the commands. */
const stop = () => runner?.kill()

module.exports = { inputs, stop }
