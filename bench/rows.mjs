/** What is compared with what, and what is asked of it. */

import fs from 'node:fs'
import path from 'node:path'
import * as peers from './peers.mjs'

const { node } = peers

const commands = (ours) => {
  const check = (project, ...args) => ({ cwd: project, argv: node(ours, 'check', '--allow-empty', ...args) })
  return {
    check,
    whole: (project) => check(project, 'models', '--migrations', 'migrations'),
    modelsAlone: (project) => check(project, 'models', '--migrations', 'none'),
  }
}

/** Each run begins with the project as it was made. */
function anew(project, command) {
  const copy = `${project}-copy`
  const before = () => {
    fs.rmSync(copy, { recursive: true, force: true })
    fs.cpSync(project, copy, { recursive: true })
  }
  return { ...command(copy), cwd: copy, before: () => (before(), undefined) }
}

const atLeast = (goal) => ({
  goal: `${goal} times faster`,
  holds: (ratio) => 1 / ratio >= goal,
  faster: true,
})
const atMost = (goal) => ({ goal: `at most ${goal} times`, holds: (ratio) => ratio <= goal })

/**
 * @typedef {object} Row
 * @property {string} what
 * @property {string} peer
 * @property {import('./measure.mjs').Command} ours
 * @property {import('./measure.mjs').Command | undefined} than
 * @property {number} [bound] a quick run compares what both cost the processor, and fails where that ratio is greater
 * @property {boolean} [slow] left out of a quick run
 */

/**
 * @param {{ small: string, large: string, few: string, bare: string }} projects
 * @param {string} ours the command
 */
export function rows({ small, large, few, bare }, ours) {
  const { check, whole, modelsAlone } = commands(ours)
  const runner = (project) => ({
    cwd: project,
    argv: peers.jscodeshift(peers.peerTransform, 'models', '--dry'),
  })
  const bytes = (project) => ({ cwd: project, argv: node(peers.readBytes, 'models', 'migrations') })
  const search = (project) => peers.astGrep('models') && { cwd: project, argv: peers.astGrep('models') }
  const staged = stagedIn(few)
  const empty = { cwd: few, argv: node('-e', '0') }
  return [
    {
      what: 'check, 1,000 and 1,000',
      peer: "jscodeshift's runner",
      ours: whole(small),
      than: runner(small),
      ...atLeast(20),
      slow: true,
    },
    {
      what: 'check, 10,000 and 10,000',
      peer: "jscodeshift's runner",
      ours: whole(large),
      than: runner(large),
      ...atLeast(50),
      slow: true,
    },
    {
      what: 'models alone, 1,000',
      peer: 'ast-grep',
      ours: modelsAlone(small),
      than: search(small),
      ...atLeast(1),
    },
    {
      what: 'models alone, 10,000',
      peer: 'ast-grep',
      ours: modelsAlone(large),
      than: search(large),
      ...atLeast(1),
      slow: true,
    },
    {
      what: 'check, 1,000 and 1,000',
      peer: 'reading every byte',
      ours: whole(small),
      than: bytes(small),
      ...atMost(8),
      bound: 52,
    },
    {
      what: 'the same as JSON',
      peer: 'as text',
      ours: check(small, 'models', '--migrations', 'migrations', '--format', 'json'),
      than: whole(small),
      ...atMost(1.2),
      bound: 1.3,
    },
    {
      what: 'check, 10,000 and 10,000',
      peer: 'reading every byte',
      ours: whole(large),
      than: bytes(large),
      ...atMost(7),
      slow: true,
    },
    {
      what: 'repair B of every fifth of 1,000',
      peer: "jscodeshift's plain write",
      ours: anew(bare, (copy) => ({
        argv: node(ours, 'models', '--migrations', 'migrations', '--repair', 'disable-paranoid', '--yes'),
        cwd: copy,
      })),
      than: anew(bare, () => ({ argv: peers.jscodeshift(peers.peerTransform, 'models') })),
      ...atLeast(12),
      slow: true,
    },
    {
      what: 'our transform, 1,000',
      peer: '`j()` and `toSource`',
      ours: { cwd: small, argv: peers.jscodeshift(peers.ourTransform, 'models', '--dry') },
      than: runner(small),
      ...atLeast(6),
      slow: true,
    },
    {
      what: 'one staged model',
      peer: '`node -e 0`',
      ours: check(few, staged.model),
      than: empty,
      ...atMost(2.5),
      bound: 7,
    },
    {
      what: 'staged files without a model',
      peer: '`node -e 0`',
      ours: check(few, ...staged.others),
      than: empty,
      ...atMost(1.5),
      bound: 6,
    },
    {
      what: 'check, 10,000 and 10,000',
      peer: 'the same of 1,000 and 1,000',
      ours: whole(large),
      than: whole(small),
      ...atMost(10.5),
      slow: true,
    },
  ]
}

/** @param {{ habit: string, project: string, isTyped: boolean }[]} projects */
export const habitRows = (projects, ours) =>
  projects.map(({ habit, project, isTyped }) => ({
    what: `1,000 and 1,000 with ${habit}`,
    peer: "jscodeshift's runner",
    ours: { cwd: project, argv: node(ours, 'check', '--allow-empty') },
    than: {
      cwd: project,
      argv: peers.jscodeshift(peers.peerTransform, 'models', '--dry', ...(isTyped ? ['--parser=ts'] : [])),
    },
    ...atLeast(12),
  }))

/** A paranoid model, and five files that define none. */
function stagedIn(project) {
  const folder = path.join(project, 'services')
  fs.mkdirSync(folder, { recursive: true })
  const others = Array.from({ length: 5 }, (_, index) => path.join('services', `price-${index}.js`))
  for (const file of others)
    fs.writeFileSync(path.join(project, file), 'exports.price = (row) => row.amount * row.quantity\n')
  const models = path.join(project, 'models')
  const model = fs
    .readdirSync(models)
    .find((name) => fs.readFileSync(path.join(models, name), 'utf8').includes('paranoid: true'))
  return { model: path.join('models', model), others }
}

export const memory = ({ large }, ours) => ({
  what: 'most memory, 10,000 and 10,000',
  ours: commands(ours).whole(large),
  goal: 300,
})
