/** Lets a program answer where the command line would ask at a terminal. */

import type { Asks } from '../commands/run'
import { UserError } from '../errors'
import type { ApplyOptions } from './options'

export function asksOf({ choose, confirm }: Pick<ApplyOptions, 'choose' | 'confirm'>): Asks | undefined {
  if (!choose && !confirm) return undefined
  return {
    async repair({ judged: { finding, model }, options, recommended }) {
      const usual = recommended ?? 'skip'
      const given = { finding, model, options, ...(recommended !== undefined && { recommended }) }
      const repair = (await choose?.(given)) ?? usual
      if (repair !== 'skip' && !options.some((one) => one.repair === repair))
        throw new UserError(
          `choose() gave back "${repair}" for ${finding.model}, and this finding cannot be repaired so.`,
          `Give back one of ${[...options.map((one) => one.repair), 'skip'].join(', ')}.`,
        )
      return { repair, forAll: false }
    },
    // What gives back nothing has not agreed to anything.
    confirm: async (plan, files, { hazards, rows }) =>
      !confirm || (await confirm({ plan, files, hazards, warnings: rows })) === true,
  }
}
