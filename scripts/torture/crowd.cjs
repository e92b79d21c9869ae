/**
 * A deploy among many: fifty who read and write while somebody has the table for long, and as many waiting writers as the
 * server lets in, up to a thousand. How long a SELECT waited at most is measured and said, with and without the deploy.
 */

const { setTimeout: pause } = require('node:timers/promises')
const { Sequelize } = require('sequelize')
const { faultsOfNext, onServer, reset, typed } = require('./live.cjs')

const INSERT = {
  PostgreSQL: `INSERT INTO sessions (title, "createdAt", "updatedAt") VALUES ('x', now(), now())`,
  MariaDB: "INSERT INTO sessions (title, createdAt, updatedAt) VALUES ('x', now(), now())",
}

/** Readers pass, writers and changes of the table wait. */
const HOLD = {
  PostgreSQL: 'LOCK TABLE sessions IN SHARE MODE',
  MariaDB: 'LOCK TABLES sessions READ',
}

const LIMIT = {
  PostgreSQL: "SELECT setting AS most FROM pg_settings WHERE name = 'max_connections'",
  MariaDB: 'SELECT @@max_connections AS most',
}

const WAITING = {
  PostgreSQL:
    "SELECT count(*) AS n FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE 'INSERT%'",
  MariaDB:
    "SELECT count(*) AS n FROM information_schema.processlist WHERE db = DATABASE() AND state LIKE 'Waiting%' AND info LIKE 'INSERT%'",
}

const people = (options, max) =>
  new Sequelize({ ...options, logging: false, pool: { max, acquire: 600_000, idle: 600_000 } })

/** What a migration says that waits. */
const AGAIN = 'is locked, again in'

/** Half of them read and half of them write until it is over. */
async function busy(name, sequelize, work) {
  const told = { longest: 0, reads: 0, writes: 0 }
  let isOver = false
  const all = Array.from({ length: 50 }, async (_, index) => {
    while (!isOver) {
      const start = performance.now()
      await sequelize.query(index % 2 ? INSERT[name] : 'SELECT count(*) FROM sessions')
      if (index % 2) told.writes++
      else {
        told.reads++
        told.longest = Math.max(told.longest, performance.now() - start)
      }
      await pause(20)
    }
  })
  await work()
  isOver = true
  await Promise.all(all)
  return `a SELECT waited ${Math.round(told.longest)} ms at most, of ${told.reads}, beside ${told.writes} writes`
}

async function amongMany(name, { root, sequelize, options }, say) {
  const many = people(options, 50)
  const long = people(options, 1)
  try {
    say(`${name}, 50 who read and write, no deploy: ${await busy(name, many, () => pause(10_000))}`)
    await reset(sequelize)
    let ended
    const told = await busy(name, many, async () => {
      const reading = await long.transaction()
      await long.query('SELECT * FROM sessions LIMIT 1', { transaction: reading })
      let isWaiting = false
      const hear = (text) => (isWaiting ||= text.includes(AGAIN))
      const deploy = typed(root, ['deploy', 'models'], { hear })
      await soon(
        () => isWaiting,
        (is) => is,
      )
      await pause(3000)
      await reading.commit()
      ended = await deploy
    })
    const tries = ended.text.split(AGAIN).length
    say(
      `${name}, the same, somebody who has the table for long, and a deploy that tries ${tries} times: ${told}`,
    )
    return ended.code === 0 ? [] : [`${name}: the deploy among many ends with ${ended.code}: ${ended.text}`]
  } finally {
    await many.close()
    await long.close()
  }
}

/** @returns what it is, once it is so, or after a minute */
async function soon(work, holds) {
  for (let turn = 0; turn < 300; turn++, await pause(200)) {
    const made = await work()
    if (holds(made)) return made
  }
  return work()
}

async function waitingWriters(name, { root, sequelize, options }, say) {
  const [[{ most }]] = await sequelize.query(LIMIT[name])
  const count = Math.min(1000, Number(most) - 40)
  const [many, long] = [people(options, count), people(options, 1)]
  try {
    await reset(sequelize)
    const holding = await long.transaction()
    await long.query(HOLD[name], { transaction: holding })
    const [[{ n: before }]] = await sequelize.query('SELECT count(*) AS n FROM sessions')
    const writes = Promise.allSettled(Array.from({ length: count }, () => many.query(INSERT[name])))
    const waiting = await soon(
      async () => Number((await sequelize.query(WAITING[name]))[0][0].n),
      (n) => n >= count,
    )
    const env = { ...process.env, DELETEDAT_LOCK_TRIES: '2' }
    const { code, text } = await typed(root, ['deploy', 'models'], { env })
    if (name === 'MariaDB') await long.query('UNLOCK TABLES', { transaction: holding })
    await holding.commit()
    const reasons = (await writes).flatMap(({ reason }) => (reason ? [reason.name] : []))
    // Who is not let in has never waited.
    const outside = reasons.filter((reason) => /Connection/.test(reason)).length
    const failed = reasons.length - outside
    const [[{ n: after }]] = await sequelize.query('SELECT count(*) AS n FROM sessions')
    say(
      `${name}, ${waiting} waiting writers: the deploy ends with ${code}, ${failed} of the writers fail, ${outside} were not let in`,
    )
    const faults = await faultsOfNext(name, root, sequelize)
    if (code !== 2 || /This is a bug/.test(text))
      faults.push(`beside them the deploy ends with ${code}: ${text}`)
    if (failed || Number(after) - Number(before) !== count - outside)
      faults.push(`${failed} of ${count} writers failed, ${after - before} rows are there`)
    return faults.map((fault) => `${name}, ${waiting} waiting writers: ${fault}`)
  } finally {
    await many.close()
    await long.close()
  }
}

/** @returns faults, a sentence each */
const crowd = (name, { say }) =>
  onServer(name, { say }, async (project) => [
    ...(await amongMany(name, project, say)),
    ...(await waitingWriters(name, project, say)),
  ])

module.exports = { crowd }
