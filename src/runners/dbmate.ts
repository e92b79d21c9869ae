/** The runner dbmate: one SQL file with the sections `-- migrate:up` and `-- migrate:down`. */

import type { Runner, RunnerFacts } from '../types'
import { countedLike } from './naming'
import { shapeOf } from './shape'
import { sqlPart, sqlTemplate } from './sql-form'
import { npmRun, npx, scriptLike, shown } from './words'

const isSectioned = ({ existing, reader }: RunnerFacts): boolean =>
  existing.some(({ folder, name }) => /^-- *migrate:up\b/m.test(reader.read(`${folder}/${name}`) ?? ''))

export const dbmate: Runner = {
  name: 'dbmate',

  fits: (facts) => shapeOf(facts).shape === 'sql' && isSectioned(facts),

  form(facts) {
    const part = sqlPart(facts, '.sql', (text) => `-- migrate:up\n${text}`)
    if ('cannot' in part) return part
    const back = { suffix: '', template: { name: sqlTemplate(facts, 'drop-column') ?? '' } }
    return {
      naming: countedLike(facts.existing, { prefix: '', joint: '_' }),
      parts: [
        { ...part, behind: { ...back.template, adapt: (text: string) => `\n-- migrate:down\n${text}` } },
      ],
    }
  },

  next(facts) {
    const script = scriptLike(facts, /\bdbmate\b.*\b(up|migrate)\b/)
    if (script) return npmRun(facts, script)
    const program = 'dbmate' in facts.dependencies ? npx(facts, 'dbmate') : 'dbmate'
    return `${program} --migrations-dir ${shown(facts, facts.folders[0] ?? '')} up`
  },

  status: (facts) => `${'dbmate' in facts.dependencies ? npx(facts, 'dbmate') : 'dbmate'} status`,

  undriven: () => 'The migrations here are run by dbmate.',
}
