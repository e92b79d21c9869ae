/** Makes one template fit the ways in which a migration can be handed its queryInterface, and be exported. */

import { dialectNamed } from '../dialects'
import type { RunnerFacts } from '../types'

export interface Manner {
  /** How the file gives away `up` and `down`. */
  module: 'cjs' | 'esm' | 'ts'
  /** What they are handed. */
  given: 'queryInterface' | 'context'
  /** Whether Sequelize is the second thing they are handed. */
  isHandedSequelize: boolean
}

/** @param text of a template with `module.exports`, or of a `.ts` one that exports functions */
export function inManner(text: string, { module, given, isHandedSequelize }: Manner): string {
  const own = isHandedSequelize ? text : withSequelize(text, module)
  const exported = module === 'esm' ? asModule(own) : own
  return given === 'context' ? withContext(exported, module) : exported
}

const SECOND = '(queryInterface, Sequelize)'

/** The types come from the package where nobody hands them over. */
function withSequelize(text: string, module: Manner['module']): string {
  if (!text.includes(SECOND)) return text
  const line =
    module === 'esm' ? "import Sequelize from 'sequelize'" : "const Sequelize = require('sequelize')"
  return afterHead(text.replace(SECOND, '(queryInterface)'), line)
}

/** Behind the comment at the top. */
function afterHead(text: string, line: string): string {
  const lines = text.split('\n')
  const at = lines.findIndex((one) => !one.startsWith('//'))
  return [...lines.slice(0, at), line, ...lines.slice(at)].join('\n')
}

/** `module.exports = { async up() {…} }` becomes `export async function up() {…}`. */
export function asModule(text: string): string {
  const lines = text.replace(/^const (.+) = require\((.+)\)$/m, 'import $1 from $2').split('\n')
  const first = lines.indexOf('module.exports = {')
  if (first < 0) return lines.map(exported).join('\n')
  const last = lines.indexOf('}', first)
  const methods = lines
    .slice(first + 1, last)
    .map((line) => line.replace(/^ {2}/, ''))
    .map((line) => line.replace(/^async (\w+)\(/, 'export async function $1(').replace(/^},$/, '}'))
  return [...lines.slice(0, first), ...methods, ...lines.slice(last + 1)].join('\n')
}

/** `exports.up = …` becomes `export const up = …`; a template has nothing else to give away. */
const exported = (line: string): string => line.replace(/^exports\.(\w+) =/, 'export const $1 =')

const IN_JAVASCRIPT = `
/** What umzug is given as its context: a queryInterface, a Sequelize, or an object that holds either. */
function interfaceIn(context) {
  if (context.addColumn) return context
  return context.queryInterface || (context.sequelize || context).getQueryInterface()
}
`

const IN_TYPESCRIPT = `
/** What umzug is given as its context: a queryInterface, a Sequelize, or an object that holds either. */
function interfaceIn({ context }: Given): QueryInterface {
  if ('addColumn' in context) return context as QueryInterface
  const { queryInterface, sequelize = context } = context as { [name: string]: unknown }
  return (queryInterface ?? (sequelize as Sequelize).getQueryInterface()) as QueryInterface
}
`

function withContext(text: string, module: Manner['module']): string {
  if (module === 'ts')
    return (
      text
        .replace(/^(type Named = .*|import type .*)$/m, (line) => `${line}\ntype Given = { context: object }`)
        .replace('type QueryInterface', 'type QueryInterface, type Sequelize')
        .replace('import type { QueryInterface', 'import type { QueryInterface, Sequelize')
        .replaceAll('(queryInterface: QueryInterface): Promise<void> {', '(given: Given): Promise<void> {')
        .replaceAll('gently(queryInterface,', 'gently(interfaceIn(given),')
        .replaceAll('await queryInterface.', 'await interfaceIn(given).')
        .replaceAll('queryInterface.quote', 'interfaceIn(given).quote') + IN_TYPESCRIPT
    )
  return (
    text.replace(
      /^( *)((?:export )?async (?:function )?(?:up|down))\(queryInterface\) \{$/gm,
      '$1$2({ context }) {\n$1  const queryInterface = interfaceIn(context)',
    ) + IN_JAVASCRIPT
  )
}

/** The template of ours in the form of Sequelize that the project has; a dialect may have its own, in JavaScript alone. */
export function templateFor(
  what: 'add-column' | 'add-index',
  { dialect, sequelize }: Pick<RunnerFacts, 'dialect' | 'sequelize'>,
  isTypeScript: boolean,
): string {
  const version = Number.parseInt(sequelize ?? '6', 10)
  const own = dialectNamed(dialect)?.templates.sequelize
  const form = own ? `.${own}` : version >= 7 ? '.v7' : ''
  return `${what}${form}${isTypeScript && !own ? '.ts' : '.cjs'}`
}
