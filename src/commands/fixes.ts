/** What repairs a finding by edits of files that are there, each proven by reading the files again with it. */

import { createImporters } from '../io/reading'
import { applyEdits, noMigrations, planRepairs, repairs } from '../repairs'
import type { Scanned } from '../scan'
import type { Edit, Finding, Fix, Judged, RepairName, Settings } from '../types'
import { rescanFiles } from './outcome'

/** A writes a migration, which is a file of its own. */
const IN_PLACE: RepairName[] = ['map-column', 'disable-paranoid']

/** So many readings prove the fixes of one kind: one is enough for files that do not use each other. */
const READINGS = 20

interface Candidate {
  judged: Judged
  finding: Finding
  fix: Fix
}

/** @returns none for a finding that the scan does not have, or whose fix cannot be proven */
export function fixesFor(findings: Finding[], scanned: Scanned, settings: Settings): Map<Finding, Fix[]> {
  const fixes = new Map<Finding, Fix[]>()
  const judgedBy = new Map(scanned.models.map((judged) => [judged.finding, judged]))
  for (const name of IN_PLACE) {
    const candidates = findings.flatMap((finding) => {
      const judged = judgedBy.get(finding)
      return judged ? candidateFor(name, finding, judged, scanned) : []
    })
    for (const { finding, fix } of provenOf(candidates, scanned, settings))
      fixes.set(finding, [...(fixes.get(finding) ?? []), fix])
  }
  return fixes
}

function candidateFor(name: RepairName, finding: Finding, judged: Judged, scanned: Scanned): Candidate[] {
  const repair = repairs.find((one) => one.name === name)
  if (!repair?.fits(finding, judged.model)) return []
  const edits = editsOf(name, { ...judged, finding }, scanned)
  const says = `${repair.letter}: ${repair.describe(finding, judged.model)}`
  return edits ? [{ judged, finding, fix: { repair: name, says, edits } }] : []
}

function editsOf(
  repair: RepairName,
  judged: Judged & { finding: Finding },
  { models, reader }: Scanned,
): Fix['edits'] | undefined {
  const context = { models, read: reader.read, migrations: noMigrations }
  const edits: Edit[] = planRepairs([{ judged, repair }], context).repaired.flatMap((one) => one.edits)
  const own = edits.filter((edit) => edit.kind === 'replace')
  return own.length && own.length === edits.length ? own : undefined
}

/** Proves together what does not depend on each other, and the rest one by one. */
function provenOf(candidates: Candidate[], scanned: Scanned, settings: Settings): Candidate[] {
  const proven: Candidate[] = []
  let left = candidates
  let oneByOne = candidates.length > 1 && mayChangeHistory(candidates, scanned)
  for (let count = 0; left.length && count < READINGS; count += 1) {
    const settled = settle(oneByOne ? left.slice(0, 1) : apart(left), scanned, settings)
    proven.push(...left.filter((one) => settled.get(one)))
    left = left.filter((one) => !settled.has(one))
    oneByOne ||= !settled.size
  }
  return proven
}

/** Whether a migration may use a file that is edited: then each edit may change what every other is judged by. */
function mayChangeHistory(candidates: Candidate[], { sources, parts, reader }: Scanned): boolean {
  const history = parts.flatMap(({ reading }) => reading.history)
  const importers = createImporters(() => [...new Set([...sources(), ...history])], reader)
  const reached = importers.through(candidates.flatMap(editedBy), {
    passes: () => true,
    isNamed: () => true,
  })
  return history.some((file) => reached.has(file))
}

const editedBy = ({ fix: { edits } }: Candidate): string[] => edits.map(({ file }) => file)

/** Those of which no two edit the same file. */
function apart(candidates: Candidate[]): Candidate[] {
  const taken = new Set<string>()
  return candidates.filter((one) => {
    const files = editedBy(one)
    if (files.some((file) => taken.has(file))) return false
    for (const file of files) taken.add(file)
    return true
  })
}

const DONE = new Set(['ok', 'not-paranoid'])

/** Whether the model, read again, has no finding; it has no entry if it used a file that another one edits. */
function settle(batch: Candidate[], scanned: Scanned, settings: Settings): Map<Candidate, boolean> {
  const texts = new Map<string, string>()
  for (const { judged, fix } of batch)
    for (const file of [judged.model.origin.file, ...fix.edits.map((edit) => edit.file)]) {
      const own = fix.edits.filter((edit) => edit.file === file)
      if (own.length || !texts.has(file)) texts.set(file, applyEdits(scanned.reader.read(file) ?? '', own))
    }
  const { parts } = rescanFiles(scanned, texts, settings)
  const edited = new Set(batch.flatMap(editedBy))
  const settled = new Map<Candidate, boolean>()
  for (const candidate of batch) {
    const own = editedBy(candidate)
    const others = new Set([...edited].filter((file) => !own.includes(file)))
    const again = parts.flatMap(({ models, reading }) =>
      models.filter((one) => isSame(one, candidate.judged)).map((one) => ({ ...one, reading })),
    )
    const isApart = again.length > 0 && !again.some(({ model, reading }) => reading.dependsOn(model, others))
    if (batch.length > 1 && !isApart) continue
    settled.set(candidate, again.length > 0 && again.every(({ status }) => DONE.has(status)))
  }
  return settled
}

const isSame = ({ model }: Judged, { model: other }: Judged): boolean =>
  model.origin.file === other.origin.file && String(model.name) === String(other.name)
