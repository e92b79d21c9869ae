/**
 * An editor saves a model before any call of `fs`: what it wrote is never overwritten, the run says that it was in the way,
 * and whatever else the run had written is taken back.
 */

const fs = require('node:fs')
const path = require('node:path')
const { arm, disarm } = require('./faults.cjs')
const { argsOf } = require('./every-call.cjs')
const { bytesOf, makeProject } = require('./project.cjs')
const { here, inFolder } = require('./world.cjs')

/** The middle one of five. */
const MODEL = 'models/visit.js'

/** How editors save: into the file that is there, or into a new one that is moved over it. */
const SAVES = {
  'in place': (file, text) => fs.writeFileSync(file, text),
  'by a rename': (file, text) => {
    fs.writeFileSync(`${file}~`, text)
    fs.renameSync(`${file}~`, file)
  },
}

/**
 * No call of a system that Node has swaps two files: a file that an editor moves to the name between our last look and
 * our rename is lost. docs/reliability.md says so; no other moment may be.
 */
const isLastMoment = (how, [name, args]) =>
  how === 'by a rename' && name === 'renameSync' && String(args[1]).endsWith('/visit.js')

/** @returns what is done, and faults, a sentence each */
async function edited(root, how, at, work) {
  const file = path.join(root, MODEL)
  const text = `${fs.readFileSync(file, 'latin1')}// what the user wrote\r\n`
  const before = bytesOf(root)
  let moment
  arm({
    root,
    at,
    how: (...call) => {
      moment = call
      SAVES[how](file, Buffer.from(text, 'latin1'))
    },
  })
  const told = await work().finally(disarm)
  return { told, text, before, moment, isLost: moment && isLastMoment(how, moment) }
}

const isOwn = (name) => /^\.deletedat-codemod\/|\.backup(\.\d+)?$/.test(name) || name.endsWith('/')
const plain = (files) => Object.entries(files).filter(([name]) => !isOwn(name) && name !== MODEL)

/** @param clean what a run without an editor makes of it */
const editorAt = (kind, clean, at, how) =>
  inFolder(async (root) => {
    makeProject(root, kind)
    const { told, text, before, moment, isLost } = await edited(root, how, at, () => here(root, argsOf(kind)))
    if (!moment || isLost) return []
    const [now, faults] = [bytesOf(root), []]
    if (now[MODEL] !== text) faults.push('what the user wrote is not in the file')
    if (told.code === 0 && JSON.stringify(plain(now)) !== JSON.stringify(plain(clean.after)))
      faults.push('it ends with 0, and not all is written')
    if (told.code === 2 && JSON.stringify(plain(now)) !== JSON.stringify(plain(before)))
      faults.push('it ends with 2, and not all else is as it was')
    if (told.code === 2 && !/changed/.test(told.err)) faults.push(`it does not say why: ${told.err}`)
    if (told.code === 2 && !told.err.includes(MODEL)) faults.push(`it does not name the file: ${told.err}`)
    if (told.code === 1 || /This is a bug/.test(told.err))
      faults.push(`it ends with ${told.code}: ${told.err}`)
    return faults.map((fault) => `${kind}, edited ${how} before call ${at} (${moment[0]}): ${fault}`)
  })

const editorInRollbackAt = (at, how) =>
  inFolder(async (root) => {
    makeProject(root, 'B')
    await here(root, argsOf('B'))
    const { told, text, moment, isLost } = await edited(root, how, at, () =>
      here(root, ['rollback', 'models']),
    )
    if (!moment || isLost) return []
    const [now, faults] = [bytesOf(root), []]
    if (now[MODEL] !== text) faults.push('what the user wrote is not in the file')
    if (told.code === 2 && !/changed/.test(told.err)) faults.push(`it does not say why: ${told.err}`)
    if (told.code === 2 && !told.err.includes(MODEL)) faults.push(`it does not name the file: ${told.err}`)
    if (told.code === 1 || /This is a bug/.test(told.err))
      faults.push(`it ends with ${told.code}: ${told.err}`)
    return faults.map((fault) => `rollback, edited ${how} before call ${at} (${moment[0]}): ${fault}`)
  })

module.exports = { SAVES, editorAt, editorInRollbackAt }
