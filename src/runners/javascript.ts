/** Makes JavaScript or TypeScript forms, like the existing migrations, for runners other than those of Sequelize. */

import type { Form, Naming, RunnerFacts } from '../types'
import { asModule } from './forms'
import { shapeOf } from './shape'

/** @param name the name of a template with `exports.up` and `exports.down` */
export function scriptForm(facts: RunnerFacts, name: string, naming: Naming): Form {
  const { file, text } = shapeOf(facts)
  const folder = file?.folder ?? facts.folders[0] ?? facts.start
  const ending = /\.[cm]?[jt]s$/.exec(file?.name ?? '')?.[0] ?? '.js'
  if (/ts$/.test(ending))
    return { naming, parts: [{ suffix: ending, template: { name, adapt: asTypeScript } }] }
  const isWritten = /\bmodule\.exports\b|\bexports\.\w/.test(text)
    ? 'cjs'
    : /^export\b/m.test(text)
      ? 'esm'
      : undefined
  const isModule =
    ending === '.mjs' ||
    (ending === '.js' && (isWritten ?? (facts.isModule(folder) ? 'esm' : 'cjs')) === 'esm')
  return { naming, parts: [{ suffix: ending, template: { name, ...(isModule && { adapt: asModule }) } }] }
}

/** Turns off type checks, which are of no use in a migration. */
const asTypeScript = (text: string): string => `// @ts-nocheck\n${asModule(text)}`
