/** Makes the parts of SQL migrations from the templates of each dialect. */

import { dialectNamed } from '../dialects'
import type { FormPart, RunnerFacts, Template } from '../types'

/** Returns undefined if the dialect is unknown or has no template. */
export const sqlTemplate = (
  { dialect }: Pick<RunnerFacts, 'dialect'>,
  what: 'add-column' | 'drop-column' = 'add-column',
): string | undefined => {
  const name = dialectNamed(dialect)?.templates.sql
  return name && `${what}.${name}.sql`
}

/** Makes the file that adds the column. `adapt` changes the text of the template for the runner. */
export function sqlPart(
  facts: RunnerFacts,
  suffix: string,
  adapt?: Template['adapt'],
): FormPart | { cannot: string } {
  const name = sqlTemplate(facts)
  if (!name)
    return {
      cannot: `Migrations are SQL here, and the dialect ${facts.dialect ?? 'of the database'} is not known. Write it by hand: a nullable time, without a default.`,
    }
  return { suffix, template: { name, ...(adapt && { adapt }) } }
}

export const backPart = (facts: RunnerFacts, suffix: string): FormPart => ({
  suffix,
  template: { name: sqlTemplate(facts, 'drop-column') ?? '' },
})
