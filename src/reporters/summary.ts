/** Formats the last line. It says "No findings" alone only if everything is proven. */

import type { Acceptance, Finding, Judged, Looked, Outcome, Proof, Status } from '../types'

export function summary(outcome: Outcome): string {
  if ('stopped' in outcome && outcome.stopped !== undefined) return outcome.stopped
  if ('untouched' in outcome && outcome.untouched !== undefined) return outcome.untouched
  const { models, files, findings, proof } = outcome
  if (!models.length && !findings.length) return joined(withChecks('', outcome), noModel(outcome))
  const found = [
    findings.length && count(findings.length, 'finding'),
    notedText(outcome),
    repairedIn(outcome),
    acceptedText(outcome),
  ]
    .filter(Boolean)
    .join(', ')
  const seen = count(models.length, 'model')
  const by = `${count(files, 'file')}, judged by ${JUDGES[outcome.evidence]}`
  if (proof.undecided || proof.unproven)
    return `${joined(withChecks(found, outcome), proofText(proof))}; ${seen} in ${by}.`
  if (!findings.length && !proof.paranoid)
    return `${joined(withChecks('', outcome), `No paranoid model among ${seen} in ${by}`)}.`
  const paranoid = `${proof.paranoid} paranoid among ${seen} in ${by}`
  return `${joined(withChecks(found || 'No findings', outcome), paranoid)}.`
}

/** `1 finding accepted by a comment`; `300 findings accepted by the baseline, 1 by a comment, 2 by the config` */
function acceptedText({ accepted = [] }: Pick<Looked, 'accepted'>): string {
  const having = (by: Acceptance['by']) => accepted.filter((finding) => finding.accepted?.by === by).length
  const comments = having('comment')
  const [first, ...others] = [
    [having('baseline'), 'the baseline'] as const,
    [comments, comments === 1 ? 'a comment' : 'comments'] as const,
    [having('config'), 'the config'] as const,
  ].filter(([number]) => number)
  if (!first) return ''
  return [
    `${count(first[0], 'finding')} accepted by ${first[1]}`,
    ...others.map(([number, by]) => `${number} by ${by}`),
  ].join(', ')
}

/** Findings that the config makes notes of. */
export const notedIn = ({ models, findings }: Pick<Looked, 'models' | 'findings'>): Finding[] =>
  models.flatMap(({ finding, status }) =>
    finding?.severity === 'note' && status !== 'unproven' && !finding.accepted && !findings.includes(finding)
      ? [finding]
      : [],
  )

const joined = (...parts: string[]): string => parts.filter(Boolean).join('; ')

/** `42 paranoid models: 34 proven, 8 not: 3 undecided, 5 unproven` */
function proofText({ paranoid, proven, faulty, undecided, unproven }: Proof): string {
  const kinds = { faulty, undecided, unproven }
  const not = Object.entries(kinds).flatMap(([name, number]) => (number ? `${number} ${name}` : []))
  return `${count(paranoid, 'paranoid model')}: ${proven} proven, ${paranoid - proven} not: ${not.join(', ')}`
}

function noModel({ files, exitCode }: Outcome): string {
  const none = `No Sequelize model in ${count(files, 'file')}`
  return exitCode === 2
    ? `${none}, so nothing was judged. Check the paths; --allow-empty lets it pass.`
    : `${none}.`
}

/** Puts failed and skipped checks of a running system before anything good. */
function withChecks(found: string, outcome: Outcome): string {
  if (!('checks' in outcome) || !outcome.checks.length) return found
  const { checks } = outcome
  const all = count(checks.length, 'check')
  const having = (state: string) => checks.filter((one) => one.state === state).length
  const [failed, skipped] = [having('failed'), having('skipped')]
  if (failed)
    return [found === 'No findings' ? '' : found, `${failed} of ${all} failed`].filter(Boolean).join(', ')
  return [found, skipped ? `${skipped} of ${all} skipped` : `${all} passed`].filter(Boolean).join(', ')
}

function notedText(outcome: Outcome): string {
  const repaired =
    outcome.command === 'run' ? (outcome.plan?.repaired.map(({ finding }) => finding) ?? []) : []
  const noted = notedIn(outcome).filter((finding) => !repaired.includes(finding))
  return noted.length ? `${count(noted.length, 'finding')} noted` : ''
}

function repairedIn(outcome: Outcome): string {
  if (outcome.command !== 'run' || !outcome.planned?.length) return ''
  return `${outcome.plan?.repaired.length} would be repaired`
}

const JUDGES: Record<Looked['evidence'], string> = {
  migrations: 'migrations',
  replay: 'a replay of the migrations',
  database: 'the database',
  none: 'nothing, for there are no migrations',
}

export const withStatus = <T extends Judged>(models: T[], status: Status): T[] =>
  models.filter((judged) => judged.status === status)

export const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`
