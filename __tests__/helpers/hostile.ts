/** Small projects that an unfriendly or merely broken repository may hold, and what every report says of them. */

import { type } from './command'
import { tempProject } from './temp-project'

/** The only table that exists has no deletedAt. */
export const MIGRATION = {
  'package.json': '{"name":"x","dependencies":{"sequelize":"^6.37.0","pg":"^8"}}',
  'migrations/20240101000000-t.js':
    "module.exports = { up: (q, S) => q.createTable('t', { id: S.INTEGER }) }\n",
}

/** One model that is paranoid, by table t. */
export const model = (name: string): string =>
  `module.exports = (sequelize, DataTypes) => sequelize.define('${name}', { x: DataTypes.STRING }, { tableName: 't', paranoid: true })\n`

export interface Verdict {
  code: number
  /** rule, model and file of every finding, and its message. */
  findings: { rule: string; model: string | null; file: string; message: string }[]
  models: { name: string | null; status: string; reason?: string | null; table: unknown }[]
}

interface Report {
  findings: (Verdict['findings'][number] & { file: string })[]
  models: Verdict['models']
}

/** What check says as JSON; the report for people must end alike and name the same findings. */
export async function judged(files: Record<string, string | Buffer>, also = ''): Promise<Verdict> {
  const root = tempProject({ ...MIGRATION, ...files })
  return judgedIn(root, also)
}

export async function judgedIn(root: string, also = ''): Promise<Verdict> {
  const json = await type(root, `check --format json ${also}`)
  const text = await type(root, `check ${also}`)
  expect(json.err).toBe('')
  expect(text.err).toBe('')
  const { findings, models } = JSON.parse(json.out) as Report
  expect({ code: text.code, out: text.out }).toMatchObject({ code: json.code })
  const words = text.out.replace(/\s+/g, ' ')
  for (const { message } of findings) expect(words).toContain(message.replace(/\s+/g, ' ').slice(0, 60))
  return {
    code: json.code,
    findings: findings.map(({ rule, model: name, file, message }) => ({ rule, model: name, file, message })),
    models,
  }
}

/** The finding of the model that is always there beside what is tried. */
export const missing = (name: string) =>
  expect.objectContaining({ rule: 'missing-column', model: name }) as Verdict['findings'][number]

export const unreadable = (file: string, message: RegExp) =>
  expect.objectContaining({
    rule: 'unreadable',
    file,
    message: expect.stringMatching(message),
  }) as Verdict['findings'][number]
