/** `npm run bench -- --trees DIR`: real projects, one in each folder of DIR, as they are. */

import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { compareCosts } from './measure.mjs'
import { node } from './peers.mjs'

/** The largest ones tell enough. */
const MOST = 6

/** What a check of a whole tree says; undefined where it reads no model. */
function reported(folder, ours) {
  const { stdout } = spawnSync(process.execPath, [ours, 'check', '--format', 'json'], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  try {
    const report = JSON.parse(stdout)
    return report.models.length ? report : undefined
  } catch {
    return undefined
  }
}

const SKIPPED = /^(?:node_modules|\..*|dist|build|coverage)$/

function sourcesIn(folder) {
  return fs.readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    if (entry.isDirectory())
      return SKIPPED.test(entry.name) ? sum : sum + sourcesIn(path.join(folder, entry.name))
    return /\.[cm]?[jt]sx?$/.test(entry.name) ? sum + 1 : sum
  }, 0)
}

/**
 * @param {string} trees
 * @param {string} ours the command
 * @returns {Generator<{ name: string, files: number, models: number, whole: Cost, json: Cost, staged: Cost }>}
 */
export function* treeRows(trees, ours, rounds) {
  const folders = fs
    .readdirSync(trees)
    .map((name) => path.join(trees, name))
    .filter((folder) => fs.statSync(folder).isDirectory())
    .map((folder) => ({ folder, files: sourcesIn(folder) }))
    .sort((one, other) => other.files - one.files)
  let left = MOST
  for (const { folder, files } of folders) {
    const report = reported(folder, ours)
    if (!report || left-- <= 0) continue
    const check = (...args) => ({ cwd: folder, argv: node(ours, 'check', ...args) })
    const nothing = { cwd: folder, argv: node('-e', '0') }
    const staged = report.models.find(({ paranoid }) => paranoid === true) ?? report.models[0]
    yield {
      name: path.basename(folder),
      files,
      models: report.models.length,
      whole: compareCosts(check(), nothing, rounds),
      json: compareCosts(check('--format', 'json'), check(), rounds),
      staged: compareCosts(check(staged.file), nothing, rounds),
    }
  }
}
