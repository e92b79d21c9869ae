/** Kills a process of its own before and after a call of `fs`; a later run completes it, and rollback restores. */

const fs = require('node:fs')
const path = require('node:path')
const { argsOf } = require('./every-call.cjs')
const { faultsOfEnd, faultsOfRollback, faultsOfState } = require('./judge.cjs')
const { bytesOf, makeProject } = require('./project.cjs')
const { apart, here, inFolder } = require('./world.cjs')
const { recordedRuns, takeRunBack } = require('../../dist/src/io/writing/index.js')

const killAt = (kind, clean, { at, how }) =>
  inFolder(async (root) => {
    makeProject(root, kind)
    const { signal } = apart(root, argsOf(kind), { at, how })
    const faults = signal === 'SIGKILL' ? [] : [`nobody was killed (${signal})`]
    faults.push(...faultsOfState(bytesOf(root), clean))
    faults.push(...faultsOfEnd(await here(root, argsOf(kind)), bytesOf(root), clean))
    for (const run of recordedRuns(root)) await takeRunBack(run, root)
    faults.push(...faultsOfRollback(bytesOf(root), clean))
    return faults.map((fault) => `${kind}, killed ${how} call ${at}: ${fault}`)
  })

/** A rollback that is killed is completed by the next one. */
const killRollbackAt = (clean, { at, how }) =>
  inFolder(async (root) => {
    makeProject(root, 'B')
    await here(root, argsOf('B'))
    const { signal } = apart(root, ['rollback', 'models'], { at, how })
    const faults = faultsOfState(bytesOf(root), clean)
    const told = await here(root, ['rollback', 'models'])
    if (told.code !== 0) faults.push(`the second rollback ends with ${told.code}: ${told.out}${told.err}`)
    faults.push(...faultsOfRollback(bytesOf(root), clean))
    return faults.map((fault) => `rollback, killed (${signal}) ${how} call ${at}: ${fault}`)
  })

/** Before any call a folder of the project is swapped for a link out of it: nothing is written there. */
const swapAt = (kind, folder, at, arm, disarm) =>
  inFolder(async (root) => {
    const project = path.join(root, 'project')
    const elsewhere = path.join(root, 'elsewhere')
    fs.mkdirSync(elsewhere)
    makeProject(project, kind)
    const swap = () => {
      const own = path.join(project, folder)
      if (fs.existsSync(own)) fs.renameSync(own, `${own}.away`)
      fs.symlinkSync(elsewhere, own)
    }
    arm({ root: project, at, how: swap })
    const { err } = await here(project, argsOf(kind)).finally(disarm)
    const faults = Object.keys(bytesOf(elsewhere)).map((name) => `${name} was written outside`)
    if (/This is a bug/.test(err)) faults.push(err)
    return faults.map((fault) => `${kind}, ${folder} swapped before call ${at}: ${fault}`)
  })

module.exports = { killAt, killRollbackAt, swapAt }
