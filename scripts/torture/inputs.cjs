/**
 * Generated projects: whatever stands in the files, the command ends in time with an honest word, says the same as text and
 * as JSON, changes no byte that it was not asked to change, and names become code only as literals. What fails is shrunk.
 */

const { fork } = require('node:child_process')
const fs = require('node:fs')
const path = require('node:path')
const fc = require('fast-check')
const {
  documentIn,
  faultsOfEdits,
  faultsOfMigrations,
  faultsOfPair,
  faultsOfText,
} = require('./inputs-judge.cjs')
const { bytesOf } = require('./project.cjs')
const { filesFrom, projects } = require('./inputs-projects.cjs')
const { inFolder } = require('./world.cjs')

/** Milliseconds after which a command is ended; many files are one project, and others work on the machine too. */
const PATIENCE = 120_000

/**
 * Seconds of the processor that a command may take for all files of a project. For SARIF, fixes are proven by up to 20
 * readings of each of two kinds, and where every file is used by all the others none can be proven together.
 */
const secondsOf = (argv) => (argv.join().includes('sarif') ? 15 : 5)

/** Milliseconds for which a project that fails is made smaller: the last that fails then is the smallest. */
const SHRINKING = 60_000

/** A process may hold so many kilobytes at its worst. */
const MEMORY = 1_000_000

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
      if (told.fault) end(mine)
      resolve(told)
    }
    const timer = setTimeout(
      () => done({ fault: `${argv.join(' ')} takes longer than ${PATIENCE / 1000} s` }),
      PATIENCE,
    )
    mine.once('message', (told) => done({ ...told, fault: tooMuch(told, argv) }))
    mine.once('exit', (code, signal) =>
      done({ fault: `${argv.join(' ')} ends the process: ${signal ?? code}` }),
    )
    mine.send({ root, argv })
  })
}

function end(one) {
  one.kill('SIGKILL')
  if (runner === one) runner = undefined
}

function tooMuch({ seconds, memory }, argv) {
  const most = secondsOf(argv)
  if (seconds > most) return `${argv.join(' ')} takes more than ${most} s of the processor`
  if (memory > MEMORY) return `${argv.join(' ')} takes more than ${MEMORY / 1000} MB`
  return undefined
}

/** Further formats, of which each project is reported in one. */
const FORMATS = ['terminal', 'github', 'gitlab', 'html', 'junit', 'markdown', 'sarif']

/** Of which each project gets one: what must hold of what it writes. */
const REPAIRS = [
  ['add-column', faultsOfMigrations],
  ['disable-paranoid', faultsOfEdits],
  ['map-column', faultsOfEdits],
]

/** Also where a model is left undecided the others are repaired. */
const WRITE = ['--yes', '--accept-reappearing', '--timestamp', '20250530120000']

const turned = (list, turn) => list[turn % list.length]

/** @returns faults, a sentence each; `turn` chooses among formats and repairs */
const faultsOf = (files, turn) =>
  inFolder(async (root) => {
    for (const [name, content] of Object.entries(files)) {
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
    const document = await faultsOfReports(asked, root, faults, turn)
    if (!isSame(bytesOf(root), start)) faults.push('check changed a file')
    const [repair, faultsOfWritten] = turned(REPAIRS, turn)
    if (!(await asked('models', '--repair', repair, ...WRITE))) return faults
    const now = bytesOf(root)
    faults.push(...faultsOfWritten(now, start, document))
    // To take a migration back a database is asked.
    const isLeft = repair === 'add-column' || isSame(now, start)
    if (isLeft || !(await asked('rollback', 'models'))) return faults
    if (!isSame(mine(bytesOf(root)), start)) faults.push(`rollback does not take ${repair} back`)
    return faults
  })

const isSame = (one, other) => JSON.stringify(one) === JSON.stringify(other)
const mine = (files) =>
  Object.fromEntries(Object.entries(files).filter(([name]) => !name.startsWith('.deletedat-codemod')))

/**
 * Text and JSON, each by a command of its own for some of the projects, else as two reports of one; and in one more format.
 * @returns the document
 */
async function faultsOfReports(asked, root, faults, turn) {
  const [check, more] = [['check', 'models', '--quiet'], turned([[], ['--strict']], turn)]
  const told = {}
  if (turn % 5 === 0) {
    for (const format of ['compact', 'json', turned(FORMATS, turn)])
      told[format] = await asked(...check, ...more, '--format', format)
  } else {
    const others = ['compact', turned(FORMATS, turn)]
    const files = others.flatMap((format) => ['--output-file', `${format}=${REPORTS}/${format}`])
    told.json = await asked(...check, ...more, '--format', 'json', ...files)
    for (const format of told.json ? others : []) {
      const file = path.join(root, REPORTS, format)
      const out = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : ''
      told[format] = { code: told.json.code, out, err: '' }
    }
    fs.rmSync(path.join(root, REPORTS), { recursive: true, force: true })
  }
  const document = documentIn(told.json, faults)
  faults.push(...faultsOfPair(told.compact, told.json, document, more.length > 0))
  for (const [format, one] of Object.entries(told)) if (one) faults.push(...faultsOfText(format, one))
  return document
}

/** A folder of the project, for reports. */
const REPORTS = 'reports'

/**
 * @param count how many projects; @param until milliseconds of the clock at which it stops anyway
 * @returns how many projects and files were tried, those left out that shrinking makes, whether the time was up before the count, and the faults with the smallest project that has them
 */
async function inputs({ seed, count, until, say }) {
  let [tried, files, shrinking] = [0, 0, Number.POSITIVE_INFINITY]
  const property = fc.asyncProperty(projects, async (project) => {
    if (Date.now() > shrinking + SHRINKING) return
    const made = filesFrom(project)
    const faults = await faultsOf(made, project.turn)
    if (!Number.isFinite(shrinking) && !isOver) {
      tried++
      files += Object.keys(made).length
    }
    if (!faults.length) return
    shrinking = Math.min(shrinking, Date.now())
    throw new Error(faults.join('\n'))
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
  if (!told.counterexample) return { tried, files, faults: [], isCut: told.interrupted }
  const folder = fs.mkdtempSync(path.join(require('node:os').tmpdir(), 'torture-input-'))
  for (const [name, content] of Object.entries(filesFrom(told.counterexample[0]))) {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    fs.writeFileSync(path.join(folder, name), content)
  }
  say(`  the smallest project that fails so: ${folder} (seed ${seed}, path ${told.counterexamplePath})`)
  const fault = String(told.errorInstance?.message ?? told.error)
  return { tried, files, faults: [fault], isCut: told.interrupted }
}

/** Ends the process that carries out the commands. */
const stop = () => runner?.kill()

module.exports = { inputs, stop }
