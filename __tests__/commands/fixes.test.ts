/** Fixes that are proven together are those that are proven one by one. */

import { settingsOf } from '../../src/api/settings'
import { fixesFor } from '../../src/commands/fixes'
import { scanAllFiles } from '../../src/commands/outcome'
import { tempProject } from '../helpers/temp-project'

const many = Array.from({ length: 25 }, (_, index) => `M${index}`)

const define = (name: string, options = '{ paranoid: true }') => `s.define('${name}', {}, ${options})`
const file = (text: string) => `module.exports = (s) => ${text}\n`

const PROJECT = {
  'package.json': JSON.stringify({ dependencies: { sequelize: '6.37.7' } }),
  ...Object.fromEntries(many.map((name) => [`models/${name}.js`, file(define(name))])),
}

const history = (names: string[], before = '') => ({
  'migrations/20240101000000-create.cjs': `${before}module.exports = {
  async up(queryInterface, D) {
    for (const name of ${JSON.stringify(names)}) await queryInterface.createTable(name + 's', { id: D.INTEGER })
  },
}
`,
})

/** How often the files are read is what the proof costs. */
function fixesIn(files: Record<string, string>) {
  const settings = settingsOf('check', { cwd: tempProject(files) })
  const scanned = scanAllFiles(settings)
  let readings = 0
  for (const { reading } of scanned.parts) {
    const again = reading.again
    reading.again = (...given) => {
      readings += 1
      return again(...given)
    }
  }
  const together = fixesFor(scanned.findings, scanned, settings)
  const cost = readings
  const alone = new Map(scanned.findings.flatMap((finding) => [...fixesFor([finding], scanned, settings)]))
  expect(together).toEqual(alone)
  return {
    cost,
    said: scanned.findings.map((finding) =>
      [finding.model, ...(together.get(finding) ?? []).map(({ says }) => says[0])].join(' '),
    ),
  }
}

test('files that do not use each other are read once', () => {
  const { said, cost } = fixesIn({ ...PROJECT, ...history(many) })
  expect(said.sort()).toEqual(many.map((name) => `${name} B`).sort())
  expect(cost).toBe(1)
})

test('a model that takes its options from a file that is edited is read without that edit', () => {
  const { said, cost } = fixesIn({
    'package.json': PROJECT['package.json'],
    'models/base.js': `const options = { paranoid: true }\nmodule.exports = (s) => s.define('Base', {}, options)\nmodule.exports.options = options\n`,
    'models/heir.js': `const { options } = require('./base')\nmodule.exports = (s) => s.define('Heir', {}, { ...options })\n`,
    'models/other.js': file(define('Other')),
    ...history(['Base', 'Heir', 'Other']),
  })
  expect(said.sort()).toEqual(['Base B', 'Heir B', 'Other B'])
  expect(cost).toBe(2)
})

test('several models of one file are read one after the other', () => {
  const { said, cost } = fixesIn({
    'package.json': PROJECT['package.json'],
    'models/all.js': file(`[${define('A')}, ${define('B')}]`),
    ...history(['A', 'B']),
  })
  expect(said.sort()).toEqual(['A B', 'B B'])
  expect(cost).toBe(2)
})

test('where a migration uses a model file, each edit is judged by a history of its own', () => {
  const { said, cost } = fixesIn({
    ...PROJECT,
    ...history(['M0', 'M1', 'M2'], "require('../models/M2')\n"),
  })
  expect(said.filter((one) => one.includes(' '))).toEqual(['M0 B', 'M1 B', 'M2 B'])
  expect(cost).toBe(3)
})
