/** Adapts a template to the parameters and the exports of the project's migrations. */

import { dialectNamed } from '../dialects'
import type { RunnerFacts } from '../types'

export interface Manner {
  /** How the file exports `up` and `down`. */
  module: 'cjs' | 'esm' | 'ts'
  /** The first parameter of `up` and `down`. */
  given: 'queryInterface' | 'context'
  /** Whether Sequelize is the second parameter. */
  isHandedSequelize: boolean
}

/** @param text a template with `module.exports`, or a `.ts` template that exports functions */
export function inManner(text: string, { module, given, isHandedSequelize }: Manner): string {
  const own = isHandedSequelize ? text : withSequelize(text, module)
  const exported = module === 'esm' ? asModule(own) : own
  return given === 'context' ? withContext(exported, module) : exported
}

const SECOND = '(queryInterface, Sequelize)'

/** Imports Sequelize from the package, because it is not a parameter. */
function withSequelize(text: string, module: Manner['module']): string {
  if (!text.includes(SECOND)) return text
  const line =
    module === 'esm' ? "import Sequelize from 'sequelize'" : "const Sequelize = require('sequelize')"
  return afterHead(text.replace(SECOND, '(queryInterface)'), line)
}

/** Inserts a line after the comment at the top. */
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

/** `exports.up = …` becomes `export const up = …`. A template exports nothing else. */
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

/** Names our template for the project's version of Sequelize. A dialect may have its own, only in JavaScript. */
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
