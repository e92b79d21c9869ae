/**
 * Fails or kills at the n-th call of `fs` that concerns a project, from the first that touches its records on. Preloaded
 * into the command (`--require`) it takes its orders from FAULT; a harness in the same process arms it.
 */

const fs = require('node:fs')
const path = require('node:path')

const CALLS = [
  'accessSync',
  'chmodSync',
  'chownSync',
  'closeSync',
  'copyFileSync',
  'existsSync',
  'fchmodSync',
  'fchownSync',
  'fstatSync',
  'fsyncSync',
  'linkSync',
  'lstatSync',
  'mkdirSync',
  'openSync',
  'readFileSync',
  'readdirSync',
  'readlinkSync',
  'realpathSync',
  'renameSync',
  'rmSync',
  'rmdirSync',
  'statSync',
  'symlinkSync',
  'unlinkSync',
  'utimesSync',
  'writeFileSync',
  'writeSync',
]

/** A call of these begins the writing. */
const BEGINS = new Set(['mkdirSync', 'openSync', 'renameSync'])

const original = Object.fromEntries(CALLS.map((name) => [name, fs[name]]))

let order
let calls = 0
let isWriting = false
let isInside = false

/**
 * @param given root: the project; at: which call; how: fail (this one), fail-on (this one and all later ones),
 * before (killed), after (killed), or a function of its name and arguments to be called before it; code: of the error
 */
function arm(given) {
  order = given
  calls = 0
  isWriting = false
}

function disarm() {
  order = undefined
  return calls
}

const concerns = (given) =>
  typeof given === 'number' ||
  (typeof given === 'string' && (given.startsWith(order.root) || given.startsWith('/proc/self/fd')))

for (const name of CALLS) {
  if (!original[name]) continue
  const call = function (...args) {
    if (!order || isInside || !concerns(args[0])) return original[name].apply(this, args)
    isWriting ||= BEGINS.has(name) && String(args[0]).includes(`${order.root}${path.sep}.deletedat-codemod`)
    if (!isWriting) return original[name].apply(this, args)
    return faulty(name, args)
  }
  fs[name] = Object.assign(call, original[name])
}

function faulty(name, args) {
  const { at, how, code = 'EIO' } = order
  const number = ++calls
  const isNow = number === at || (how === 'fail-on' && number > at)
  if (isNow && typeof how === 'function') outside(() => how(name, args))
  if (isNow && how === 'before') process.kill(process.pid, 'SIGKILL')
  if (isNow && /^fail/.test(how)) {
    if (name === 'existsSync') return false
    throw Object.assign(new Error(`${code}: fault, ${name}`), { code, syscall: name })
  }
  try {
    // Calls within a call are part of it.
    return outside(() => original[name](...args))
  } finally {
    // Also after a call that throws, as a look for what is not there does.
    if (isNow && how === 'after') process.kill(process.pid, 'SIGKILL')
  }
}

function outside(work) {
  isInside = true
  try {
    return work()
  } finally {
    isInside = false
  }
}

if (process.env.FAULT) {
  const given = JSON.parse(process.env.FAULT)
  arm(given)
  process.on('exit', () => {
    const count = disarm()
    if (given.count) original.writeFileSync(given.count, String(count))
  })
}

module.exports = { arm, disarm }
