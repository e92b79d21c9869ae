/** DOOR. Plans the repairs of findings. */

import path from 'node:path'
import type { Edit, Finding, Judged, Plan, Repair, RepairContext, Repaired, RepairName } from '../types'
import { addColumn } from './add-column'
import { disableParanoid } from './disable-paranoid'
import { clash, same } from './edits/apply'
import { mapColumn } from './map-column'
import { migrationSlug } from './migration-name'
import { beginFor, firstStamp, nextStamp, orderNote, plain } from './stamps'

export { adviceOf } from './advice'
export { applyEdits } from './edits/apply'
export { afterEdits, hazardsOf } from './hazards'
export { mayBeLeft } from './leftovers'
export { migrationSlug } from './migration-name'
export { noMigrations } from './no-migrations'
export { hasNoHistory, type Repairable, repairable } from './repairable'

/** Columns that may already hold the deletion times; a new column beside them would start empty. */
export const hidesBy = ({ rule, found, alike = [] }: Finding): string[] =>
  rule === 'misnamed-column' ? [...(found === undefined ? [] : [found]), ...alike] : []

export const repairs: Repair[] = [addColumn, disableParanoid, mapColumn]

export interface Chosen {
  judged: Judged & { finding: Finding }
  repair: RepairName
}

/** The repair that runs when nobody is asked. */
export const recommended = ({ rule }: Pick<Finding, 'rule'>): RepairName | undefined =>
  repairs.find((repair) => repair.recommended.for.includes(rule))?.name

/**
 * Plans the edits of the chosen repairs in their order. A finding that cannot be repaired is in `left`, its reason in
 * `notes`. Two models of one table share one migration. No two edits overlap.
 *
 * @param progress receives the number of planned repairs and the total
 */
export function planRepairs(
  choices: Chosen[],
  context: RepairContext,
  progress?: (done: number, total: number) => void,
): Plan {
  const plan: Plan = { repaired: [], left: [], notes: [] }
  const added = choices.filter(({ repair }) => repair === 'add-column').length
  const begin = beginFor(context.migrations, context.migrations.withIndex ? 2 * added : added)
  let next = { ...context, migrations: { ...begin, timestamp: firstStamp(begin) } }
  for (const [index, choice] of choices.entries()) {
    progress?.(index, choices.length)
    const done = repairOne(choice, next, plan)
    if ('cannot' in done) {
      plan.left.push(choice.judged.finding)
      plan.notes.push(`${choiceLabel(choice)}: ${done.cannot}`)
      continue
    }
    plan.repaired.push(done)
    next = after(next, done.edits)
  }
  const note = notesOnOrder(plan, context)
  if (note) plan.notes.unshift(note)
  return plan
}

const choiceLabel = ({ judged: { finding } }: Chosen): string =>
  finding.model ?? path.basename(finding.origin.file)

function repairOne(choice: Chosen, context: RepairContext, plan: Plan): Repaired | { cannot: string } {
  const { judged, repair: name } = choice
  const { finding, model } = judged
  const repair = repairs.find((one) => one.name === name)
  if (!repair?.fits(finding, model)) return { cannot: `${name} does not repair ${finding.rule}.` }
  const twin =
    name === 'add-column' && plan.repaired.find((one) => one.repair === name && sameColumn(one, finding))
  if (twin)
    return {
      finding,
      repair: name,
      edits: [],
      says: `The migration for ${twin.finding.model} serves it too.`,
    }
  const done = repair.plan(judged, context)
  if ('cannot' in done) return done
  const before = plan.repaired.flatMap((one) => one.edits)
  if (done.edits.some((edit) => before.some((other) => clash(edit, other)))) {
    return {
      cannot: 'Another repair of this run changes the same lines. Run the command again for this one.',
    }
  }
  const edits = done.edits.filter((edit) => !before.some((other) => same(edit, other)))
  return { finding, repair: name, edits, says: done.says }
}

const sameColumn = ({ finding: { table, column } }: Repaired, other: Finding): boolean =>
  table !== undefined &&
  other.table !== undefined &&
  column !== undefined &&
  column === other.column &&
  migrationSlug(table, column) === migrationSlug(other.table, column)

/** Stamps the next migration a second after the last. */
function after<C extends RepairContext>(context: C, edits: Edit[]): C {
  const created = edits.filter((edit) => edit.kind === 'create').map((edit) => path.basename(edit.file))
  const stamps = new Set(created.flatMap((name) => /^[A-Za-z]?\d+/.exec(plain(name))?.[0] ?? []))
  if (stamps.size === 0) return context
  const { migrations } = context
  return {
    ...context,
    migrations: {
      ...migrations,
      timestamp: [...stamps].reduce(nextStamp, migrations.timestamp),
      existing: [...migrations.existing, ...created],
    },
  }
}

function notesOnOrder(plan: Plan, { migrations }: RepairContext): string | undefined {
  const created = plan.repaired.flatMap((one) => one.edits).find((edit) => edit.kind === 'create')
  return created && orderNote(migrations, path.basename(created.file))
}
