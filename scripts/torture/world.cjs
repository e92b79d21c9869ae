/** Runs the built command: in this process, which is fast, or in one of its own, which can be killed. */

const { spawnSync } = require('node:child_process')
const fs = require('node:fs')
const os = require('node:os')
const path = require('node:path')
const { PassThrough } = require('node:stream')

const repository = path.join(__dirname, '../..')
const dist = path.join(repository, 'dist')
const NOW = new Date('2025-05-30T12:00:00.000Z')

/** Reads on, for a stream that is full is waited for. */
function heard(stream) {
  const chunks = []
  stream.on('data', (chunk) => chunks.push(chunk))
  return () => Buffer.concat([...chunks, stream.read() ?? Buffer.alloc(0)]).toString()
}

/** @returns code, out, err */
async function here(root, argv) {
  const { main } = require(path.join(dist, 'src/cli/main.js'))
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()]
  const [out, err] = [heard(stdout), heard(stderr)]
  const code = await main({ argv, cwd: root, env: {}, stdin, stdout, stderr, now: () => NOW })
  return { code, out: out(), err: err() }
}

/** @param fault orders for faults.cjs */
function apart(root, argv, fault) {
  const program = fs.existsSync(path.join(dist, 'bin.js')) ? 'bin.js' : 'src/cli/main.js'
  const { status, signal, stdout, stderr } = spawnSync(
    process.execPath,
    ['--require', path.join(__dirname, 'faults.cjs'), path.join(dist, program), ...argv],
    {
      cwd: root,
      encoding: 'utf8',
      env: {
        ...process.env,
        FORCE_COLOR: undefined,
        ...(fault && { FAULT: JSON.stringify({ root, ...fault }) }),
      },
    },
  )
  return { code: status, signal, out: stdout, err: stderr }
}

/** A folder that is gone afterwards, unless the work throws, or a disk keeps what a failed `closeSync` left open. */
async function inFolder(work) {
  const root = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'torture-')))
  const made = await work(root)
  try {
    fs.rmSync(root, { recursive: true, force: true })
  } catch (error) {
    if (error.code !== 'ENOTEMPTY') throw error
  }
  return made
}

module.exports = { apart, here, inFolder, repository }
