/** Runs commands in turns and compares them: the machine's mood is the same for all that are compared. */

import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const costReporter = fileURLToPath(new URL('programs/cost.cjs', import.meta.url))

/** It adds to the start of every Node process where it is set. */
const { NODE_EXTRA_CA_CERTS: _unset, ...env } = process.env

/**
 * @typedef {object} Command
 * @property {string[]} argv
 * @property {string} cwd
 * @property {() => void} [before] not timed
 * @property {Record<string, string>} [also] variables of the environment besides
 */

/** @returns {number} seconds */
function timed({ argv: [program, ...args], cwd, before, also }) {
  before?.()
  const start = process.hrtime.bigint()
  const { error, status, stderr } = spawnSync(program, args, {
    cwd,
    env: { ...env, ...also },
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  const seconds = Number(process.hrtime.bigint() - start) / 1e9
  // 1: findings are left.
  if (error || status === null || status > 1)
    throw error ?? new Error(`${program} ${args.join(' ')} ended with ${status}: ${stderr}`)
  return seconds
}

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/**
 * One run of each to warm up, then `rounds` of both.
 * @param {Command} ours
 * @param {Command} peer
 * @returns {{ ours: number, peer: number, ratio: number }} medians; the ratio is that of each round, ours to the peer's
 */
export function compare(ours, peer, rounds) {
  timed(ours)
  timed(peer)
  const runs = Array.from({ length: rounds }, () => ({ ours: timed(ours), peer: timed(peer) }))
  return {
    ours: median(runs.map((run) => run.ours)),
    peer: median(runs.map((run) => run.peer)),
    ratio: median(runs.map((run) => run.ours / run.peer)),
  }
}

/**
 * What one run of a Node program costs, as it tells itself when it ends: the time of the processor, which others on the
 * machine disturb less than that of the clock, and the most memory, in MB.
 * @param {Command} command
 */
export function costOf({ argv: [program, ...args], cwd }) {
  const { stderr, status } = spawnSync(program, ['--require', costReporter, ...args], {
    cwd,
    env,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  const [, microseconds, kilobytes] = /^cost (\d+) (\d+)$/m.exec(stderr) ?? []
  if (!kilobytes) throw new Error(`${program} ${args.join(' ')} ended with ${status}: ${stderr}`)
  return { seconds: Number(microseconds) / 1e6, peak: Number(kilobytes) / 1024 }
}

/** The same as `compare`, by what two Node programs cost. */
export function compareCosts(ours, peer, rounds) {
  const runs = Array.from({ length: rounds }, () => ({ ours: costOf(ours), peer: costOf(peer) }))
  return {
    ours: median(runs.map((run) => run.ours.seconds)),
    peer: median(runs.map((run) => run.peer.seconds)),
    ratio: median(runs.map((run) => run.ours.seconds / run.peer.seconds)),
    peak: Math.max(...runs.map((run) => run.ours.peak)),
  }
}
