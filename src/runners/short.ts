/**
 * Makes the short form of a migration: it says what is added, and calls a helper beside the folder of migrations, which
 * has the rest of the full template.
 */

import path from 'node:path'
import type { Form, FormPart, RunnerFacts } from '../types'
import { sourceOf } from './compiled'

/** Matches the full templates of Sequelize's own queryInterface. */
const FULL = /^add-(column|index)(?:\.\w+)?\.(?:cjs|ts)$/

/**
 * @param form the runner's form, with its full template
 * @param folder absolute: where its migrations go
 */
export function shortForm(
  facts: RunnerFacts,
  form: Form,
  folder: string,
): Form | { cannot: string; sql?: undefined } {
  const [part] = form.parts
  if (!FULL.test(part.template.name))
    return {
      cannot:
        '--template short is for migrations of sequelize-cli, @sequelize/cli and Umzug. Leave it out for those here.',
    }
  const alone = builtAlone(facts, folder)
  if (alone !== undefined) return { cannot: alone }
  const home = path.dirname(facts.folders.find((one) => isWithin(folder, one)) ?? folder)
  const short = (one: FormPart) => shortPart(one, { folder, home, isModule: facts.isModule(home) })
  return { ...form, parts: [short(part)], ...(form.index && { index: short(form.index) }) }
}

const isWithin = (inner: string, outer: string): boolean => `${inner}${path.sep}`.startsWith(outer + path.sep)

/** Returns the reason why a build would leave out a helper beside the migrations, or undefined. */
function builtAlone({ rc, start, reader }: RunnerFacts, folder: string): string | undefined {
  if (!rc?.migrations || sourceOf(rc.migrations, start, reader) !== folder) return undefined
  if (sourceOf(path.dirname(rc.migrations), start, reader) === path.dirname(folder)) return undefined
  return `The build compiles ${path.basename(folder)} alone, and --template short writes a helper beside that folder. Leave it out.`
}

interface Place {
  /** Absolute: the folders of the migration and of the helper. */
  folder: string
  home: string
  /** Whether `.js` is an ECMAScript module there. */
  isModule: boolean
}

function shortPart(part: FormPart, { folder, home, isModule }: Place): FormPart {
  const { suffix, template, isEsm = suffix.endsWith('ts') } = part
  const [, what = ''] = FULL.exec(template.name) ?? []
  const name = `deletedat-${what}`
  const up = path.relative(folder, home).split(path.sep).join('/')
  const specifier = `${up}/${name}${extension(suffix, isModule)}`
  return {
    ...part,
    template: {
      name: `add-${what}.short.cjs`,
      adapt: (text) => called(text.replace('__HELPER__', specifier), isEsm),
    },
    helper: {
      file: path.join(home, name + suffix),
      template: {
        name: template.name,
        adapt: (text) => helperOf(template.adapt?.(text) ?? text, suffix.endsWith('ts')),
      },
    },
  }
}

/** TypeScript imports what is compiled: by its name in a module, without an extension elsewhere. */
function extension(suffix: string, isModule: boolean): string {
  if (suffix === '.ts') return isModule ? '.js' : ''
  return suffix.replace(/ts$/, 'js')
}

const called = (text: string, isEsm: boolean): string =>
  isEsm
    ? text
        .replace(/^const (\w+) = require\((.+)\)$/m, 'import $1 from $2')
        .replace(/^module\.exports =/m, 'export const { up, down } =')
    : text

const HEAD = `// What the migrations that \`deletedat-codemod --template short\` writes have in common: they call this.
// It belongs to those that have run too. What changes here changes in all of them.`

/** The first line of a full template that depends on the migration. */
const NAMED = /^const \[(.+)\] = \['__TABLE__'.*\n/m

/** Wraps a full template in a function of the names that differ. All behind its exports are functions. */
function helperOf(text: string, isTypeScript: boolean): string {
  const [, names = ''] = NAMED.exec(text) ?? []
  const [head = '', body = ''] = text.replace(/^(?:\/\/.*\n)+/, '').split(NAMED.exec(text)?.[0] ?? '')
  const given = [...names.split(', '), 'migration']
  const isCommonJs = /^module\.exports = \{$/m.test(body)
  const types = given.map((one) => `${one}${one === 'schema' ? '?' : ''}: string`).join('; ')
  const inner = body
    .replace(/^const migration = .*\n/m, '')
    .replace(/^module\.exports = \{$/m, 'return {')
    .replace(/^export (async function (?:up|down)\b)/gm, '$1')
    .trimEnd()
  return [
    HEAD,
    head.trimEnd(),
    `${isCommonJs ? 'module.exports =' : 'export default'} function softDelete({ ${given.join(', ')} }${isTypeScript ? `: { ${types} }` : ''}) {`,
    indented(isCommonJs ? inner : `${inner}\n\nreturn { up, down }`),
    '}\n',
  ]
    .filter(Boolean)
    .join('\n')
}

const indented = (text: string): string => text.replace(/^(?=.)/gm, '  ')
