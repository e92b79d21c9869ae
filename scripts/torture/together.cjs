/** Two runs at once on one project: they take turns, and no migration is written twice. */

const { spawn } = require('node:child_process')
const path = require('node:path')
const { argsOf } = require('./every-call.cjs')
const { faultsOfEnd, faultsOfState } = require('./judge.cjs')
const { bytesOf, makeProject } = require('./project.cjs')
const { inFolder, repository } = require('./world.cjs')

const started = (root, argv) =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [path.join(repository, 'dist/bin.js'), ...argv], { cwd: root })
    let [out, err] = ['', '']
    child.stdout.on('data', (data) => (out += data))
    child.stderr.on('data', (data) => (err += data))
    child.on('close', (code) => resolve({ code, out, err }))
  })

const together = (kind, clean) =>
  inFolder(async (root) => {
    makeProject(root, kind)
    const both = await Promise.all([started(root, argsOf(kind)), started(root, argsOf(kind))])
    const now = bytesOf(root)
    const faults = [...faultsOfState(now, clean), ...both.flatMap((told) => faultsOfEnd(told, now, clean))]
    return faults.map((fault) => `${kind}, two at once: ${fault}`)
  })

module.exports = { together }
