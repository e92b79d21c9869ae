/** B: turns paranoid off, at its source or for this model alone, and removes what would still require the column. */

import type { Model, Origin, Repair, RepairContext } from '../types'
import { anchored } from './edits/apply'
import {
  around,
  knownSource,
  nodeAt,
  openSource,
  type Replace,
  replace,
  type Source,
  SyntaxFault,
} from './edits/source'
import { leftoversOf } from './leftovers'
import { linesNaming, stillNamed } from './mentions'
import { setOwnOption } from './option'
import { modelLabel, overrules, placeText, sharedBy } from './sharing'

export const disableParanoid: Repair = {
  name: 'disable-paranoid',
  letter: 'B',
  recommended: { for: [], why: 'no column is needed then, but destroy() deletes for good' },

  fits: ({ rule }, { paranoid }) => paranoid === true && !/^(missing-table|undecided|unreadable)$/.test(rule),

  describe: ({ rule }, model) =>
    rule === 'inert-paranoid'
      ? `turn paranoid off for ${modelLabel(model)}: it says what destroy() already does`
      : `turn paranoid off for ${modelLabel(model)}: destroy() then deletes for good, and rows deleted so far show again`,

  plan(judged, context) {
    const { file } = judged.model.origin
    const cannot = `${file} cannot be read.`
    const source = knownSource(file, context)
    if (!source) return { cannot }
    try {
      return planned(source, judged, context)
    } catch (error) {
      if (error instanceof SyntaxFault) return { cannot }
      throw error
    }
  },
}

function planned(
  source: Source,
  judged: Parameters<Repair['plan']>[0],
  context: RepairContext,
): ReturnType<Repair['plan']> {
  const { model } = judged
  const leftovers = leftoversOf(source, judged, context)
  if ('cannot' in leftovers) return leftovers
  const off = switchOff(source, model, context, leftovers.edits)
  if ('cannot' in off) return off
  const edits = [...off.edits, ...leftovers.edits]
  const here = edits.filter((edit) => edit.file === source.file)
  return {
    edits: [...edits.filter((edit) => edit.file !== source.file), ...anchored(source, here)],
    says: off.says + leftovers.says + stillNamed(model, linesNaming(source, model, context, here)),
  }
}

type Off = { edits: Replace[]; says: string } | { cannot: string }

function switchOff(source: Source, model: Model, context: RepairContext, leftovers: Replace[]): Off {
  const at = model.paranoidValueAt
  const shared = at && sharedBy(at, model, context)
  if (at && !shared) {
    const home = at.file === source.file ? source : openSource(at.file, context)
    if (home && !isMadeByCall(home, at, model))
      return { edits: [falseAt(home, at.span)], says: `paranoid is false now at ${placeText(at)}.` }
  }
  if (at && overrules(at, model, context)) {
    return { cannot: `${placeText(at)} sets paranoid after the model's own options. ${byHand}` }
  }
  if (!model.sites.options && decoratorGoes(model, leftovers)) {
    return { edits: [], says: `${modelLabel(model)} is not paranoid any more.` }
  }
  const own = setOwnOption(source, model, 'paranoid', 'false', context)
  if ('cannot' in own) return shared ? { cannot: `${shared}. ${own.cannot}` } : own
  return {
    edits: own,
    says: `paranoid: false is set for ${modelLabel(model)} alone${because(model, shared)}.`,
  }
}

/** Whether a call made the whole object, as `Object.fromEntries` does: then no expression is the value of paranoid. */
const isMadeByCall = (source: Source, at: Origin, { paranoidAt }: Model): boolean =>
  paranoidAt?.span[0] === at.span[0] &&
  paranoidAt.span[1] === at.span[1] &&
  nodeAt(source, at, /^(Call|OptionalCall|New)Expression$/) !== undefined

const byHand = 'Let the model have a say there, or add the column.'

/** A decorator of a base class has no value that an edit could change. */
function because({ paranoidAt, origin }: Model, shared: string | undefined): string {
  if (shared) return `, because ${shared}`
  const isElsewhere = paranoidAt && paranoidAt.file !== origin.file
  return isElsewhere ? `, because ${placeText(paranoidAt)} serves all classes below it` : ''
}

/** Whether only the decorator made the model paranoid, and it is removed. */
const decoratorGoes = ({ paranoidAt, sites: { deletedAtDecorator } }: Model, leftovers: Replace[]): boolean =>
  deletedAtDecorator !== undefined &&
  leftovers.length > 0 &&
  paranoidAt?.span[0] === deletedAtDecorator.span[0]

/** A shorthand `{ paranoid }` keeps its key; `true` is no shorthand. */
function falseAt(source: Source, [start, end]: readonly [number, number]): Replace {
  if (source.text.slice(start, end) === 'true') return replace(source, start, end, 'false')
  const shorthand = around(source, [start, end]).some(
    (node) => node.shorthand && node.end === end && node.start === start,
  )
  return replace(source, start, end, shorthand ? `${source.text.slice(start, end)}: false` : 'false')
}
