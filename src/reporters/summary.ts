/** The last line: what was looked at, and how it stands. */

import type { Judged, Looked, Outcome, Status } from '../types'

export function summary(outcome: Outcome): string {
  const { models, files, findings, evidence } = outcome
  const paranoid = models.filter(({ model }) => model.paranoid === true).length
  const by = `${count(files, 'file')}, judged by ${JUDGES[evidence]}`
  const would = repairedIn(outcome)
  const seen = `${count(models.length, 'model')} in ${by}`
  if (!models.length && !findings.length) return `No Sequelize model in ${count(files, 'file')}.`
  if (findings.length)
    return `${count(findings.length, 'finding')}${would}; ${paranoid} paranoid among ${seen}.`
  if (!paranoid) return `No paranoid model among ${seen}.`
  return `No findings; ${paranoid} paranoid among ${seen}.`
}

function repairedIn(outcome: Outcome): string {
  if (outcome.command !== 'run' || !outcome.planned?.length) return ''
  return `, ${outcome.plan?.repaired.length} would be repaired`
}

const JUDGES: Record<Looked['evidence'], string> = {
  migrations: 'migrations',
  replay: 'a replay of the migrations',
  database: 'the database',
  none: 'nothing, for there are no migrations',
}

/** What check does not fail for, and says all the same. */
export function doubts({ models, findings, evidence }: Looked): string[] {
  const unlisted = models.filter(({ finding }) => !finding || !findings.includes(finding))
  const unproven = withStatus(unlisted, 'unproven').length
  if (!unproven) return []
  const what = `${count(unproven, 'paranoid model')} cannot be proven:`
  return evidence === 'none'
    ? [
        `${what} there are no migrations. Name their folder by --migrations, or run deletedat-codemod to write the first.`,
      ]
    : [`${what} no migration tells of the table. --strict lists them.`]
}

export const withStatus = (models: Judged[], status: Status): Judged[] =>
  models.filter((judged) => judged.status === status)

export const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`
