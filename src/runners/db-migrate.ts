/** The runner db-migrate: `exports.up = (db) => db.addColumn(…)`, or SQL files if the project uses them. */

import path from 'node:path'
import { dialectNamed } from '../dialects'
import type { FormPart, Runner, RunnerFacts } from '../types'
import { scriptForm } from './javascript'
import { countedLike } from './naming'
import { shapeOf } from './shape'
import { sqlPart, sqlTemplate } from './sql-form'
import { isElsewhere, npmRun, npx, scriptLike, shown } from './words'

const NAME = 'db-migrate'

export const dbMigrate: Runner = {
  name: NAME,

  fits(facts) {
    const { shape } = shapeOf(facts)
    return shape === NAME || (NAME in facts.dependencies && shape !== 'context' && !isSequelizes(facts))
  },

  form(facts) {
    const naming = countedLike(facts.existing)
    const { text } = shapeOf(facts)
    if (/['"]sqls['"]/.test(text)) return beside(facts)
    const name = dialectNamed(facts.dialect)?.templates.dbMigrate ?? 'add-column.db-migrate.plain.js'
    const form = scriptForm(facts, name, naming)
    const [part] = form.parts
    return { ...form, parts: [{ ...part, schemaless: true }] }
  },

  next(facts) {
    const script = scriptLike(facts, /\bdb-migrate\b.*\bup\b/)
    return script ? npmRun(facts, script) : command(facts, 'up')
  },

  status: (facts) => command(facts, 'check'),

  undriven: () => 'The migrations here are run by db-migrate.',
}

/** Whether the project has .sequelizerc, and its migrations have the shape of sequelize-cli. */
const isSequelizes = (facts: RunnerFacts): boolean =>
  shapeOf(facts).shape === 'positional' && facts.rc !== undefined

function command(facts: RunnerFacts, what: string): string {
  const { start } = facts
  const program = NAME in facts.dependencies || facts.isInstalled(NAME, start) ? npx(facts, NAME) : NAME
  const folder = facts.folders[0] ?? path.join(start, 'migrations')
  const isUsual = !isElsewhere(facts) && folder === path.join(start, 'migrations')
  const config = isElsewhere(facts) ? ` --config ${shown(facts, path.join(start, 'database.json'))}` : ''
  return `${program} ${what}${isUsual ? '' : ` --migrations-dir ${shown(facts, folder)}`}${config}`
}

const HANDS_OVER = 'run-sql.db-migrate.js'

/** Makes `sqls/<name>-up.sql` and `-down.sql`, and a migration that runs them. */
function beside(facts: RunnerFacts): ReturnType<Runner['form']> {
  const up = sqlPart(facts, '-up.sql')
  if ('cannot' in up) return up
  const handsOver = dialectNamed(facts.dialect)?.templates.dbMigrateSqls ?? HANDS_OVER
  const down: FormPart = {
    suffix: '-down.sql',
    below: 'sqls',
    template: { name: sqlTemplate(facts, 'drop-column') ?? '' },
  }
  return {
    naming: countedLike(facts.existing),
    parts: [{ suffix: '.js', template: { name: handsOver } }, { ...up, below: 'sqls' }, down],
  }
}
