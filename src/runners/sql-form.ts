/** Migrations in SQL: the templates of each dialect. */

import { dialectNamed } from '../dialects'
import type { FormPart, RunnerFacts, Template } from '../types'

/** undefined: the dialect is not known, or has no template. */
export const sqlTemplate = (
  { dialect }: Pick<RunnerFacts, 'dialect'>,
  what: 'add-column' | 'drop-column' = 'add-column',
): string | undefined => {
  const name = dialectNamed(dialect)?.templates.sql
  return name && `${what}.${name}.sql`
}

/** The file that goes forward, with the template's own text changed where a runner wants more. */
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
