/** The door of Sequelize's rules: from a definition, as the code has it, to the model that Sequelize makes of it. */
import type { Definition, Model } from '../../types'
import { everyCase } from './cases'
import { editionFor, type RulesContext } from './editions'
import { joined } from './join'
import { judge, uniquesIn } from './judge'

export type { RulesContext } from './editions'

/** Never throws: what cannot be told is an Unknown with its text, place and reason. Rules: docs/rules.md. */
export function applyRules(definition: Definition, context: RulesContext): Model {
  const edition = editionFor(definition, context)
  const cases = everyCase((settle) => judge(definition, edition, context, settle))
  const { style, origin, sites } = definition
  const verdict = joined(cases)
  const uniques = verdict.needsColumn !== false ? uniquesIn(definition, edition, context) : undefined
  return { style, ...verdict, ...(uniques?.length && { uniques }), origin, sites }
}
