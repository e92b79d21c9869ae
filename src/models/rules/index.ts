/** Applies Sequelize's rules to a definition and returns the model that Sequelize makes of it. */
import type { Definition, Model } from '../../types'
import { everyCase } from './cases'
import { editionFor, type RulesContext } from './editions'
import { joined } from './join'
import { judge, uniquesIn } from './judge'

export type { RulesContext } from './editions'

/** Never throws: an unclear value becomes an Unknown with its text, place and reason. Rules: docs/rules.md. */
export function applyRules(definition: Definition, context: RulesContext): Model {
  const edition = editionFor(definition, context)
  const cases = everyCase((settle) => judge(definition, edition, context, settle))
  const { style, origin, sites } = definition
  const verdict = joined(cases)
  const uniques = verdict.needsColumn !== false ? uniquesIn(definition, edition, context) : undefined
  return { style, ...verdict, ...(uniques?.length && { uniques }), origin, sites }
}
