/** The runner Umzug, constructed by the project's code. Version 3 passes one object, version 2 passes `params`. */

import path from 'node:path'
import type { Runner, RunnerFacts } from '../types'
import { inManner, type Manner, templateFor } from './forms'
import { countedLike } from './naming'
import { shapeOf } from './shape'
import { entryOf, instanceIn, type UmzugCode, umzugCode } from './umzug-code'
import { node, npmRun, npx } from './words'

export const umzug: Runner = {
  name: 'umzug',

  fits(facts) {
    const { shape } = shapeOf(facts)
    if (shape === 'context') return true
    if (!['positional', 'none', 'odd'].includes(shape)) return false
    const [code] = umzugCode(facts)
    if (!code) return false
    // If the project has sequelize-cli too, the code must name the folder of the migrations.
    return !('sequelize-cli' in facts.dependencies) || isOurs(code, facts)
  },

  form(facts) {
    const [code] = umzugCode(facts)
    const { file, text, shape } = shapeOf(facts)
    const folder = file?.folder ?? (code?.glob && path.dirname(code.glob)) ?? facts.folders[0] ?? facts.start
    const suffix = suffixFor(file?.name, code?.glob)
    const isTypeScript = /\.[cm]?ts$/.test(suffix)
    const isEsm = /^\.mjs$/.test(suffix) || (suffix === '.js' && isModuleText(text, facts, folder))
    const manner: Manner = {
      module: isTypeScript ? 'ts' : isEsm ? 'esm' : 'cjs',
      given: upArgument(shape, code, facts),
      isHandedSequelize: false,
    }
    const part = (what: 'add-column' | 'add-index') => ({
      suffix,
      ...(isEsm && { isEsm }),
      template: {
        name: templateFor(what, facts, isTypeScript),
        adapt: (text: string) => inManner(text, manner),
      },
    })
    return {
      folder,
      naming: countedLike(facts.existing),
      parts: [part('add-column')],
      index: part('add-index'),
    }
  },

  next(facts) {
    const [code] = umzugCode(facts)
    const script = code && entryOf(code, facts)
    if (!code) return undefined
    return script ? started(facts, code, script) : byInstance(facts, code)
  },

  status: () => undefined,

  undriven: () => "The migrations here are run by Umzug, from the project's own code.",
}

const isOurs = ({ glob }: UmzugCode, { folders }: RunnerFacts): boolean =>
  folders.some((one) => glob !== undefined && path.dirname(glob).startsWith(one))

/** Returns the extension of the existing migrations if the pattern matches it, else the first one of the pattern. */
function suffixFor(neighbour: string | undefined, glob: string | undefined): string {
  const wanted = glob === undefined ? [] : endings(path.basename(glob))
  const own = neighbour && wanted.find((one) => neighbour.endsWith(one))
  return own ?? wanted[0] ?? (neighbour && path.extname(neighbour)) ?? '.js'
}

/** Returns the extensions of a pattern such as `*.{js,ts}`, `*.@(js|ts)`, `*.up.js` or `[0-9]*.js`. */
function endings(pattern: string): string[] {
  const last = pattern.slice(pattern.lastIndexOf('*') + 1)
  const [, before = '', list] = /^(.*?)(?:\{([^}]*)\}|@?\(([^)]*)\))?$/.exec(last) ?? []
  const several = list ?? /\(([^)]*)\)/.exec(last)?.[1]
  const all = several ? several.split(/[,|]/).map((one) => before + one) : [last]
  return all.filter((one) => /^\.[\w.]+$/.test(one))
}

const isModuleText = (text: string, { isModule }: RunnerFacts, folder: string): boolean =>
  /\bmodule\.exports\b|\bexports\.\w/.test(text) ? false : /^export\b/m.test(text) || isModule(folder)

/** Decides by the existing migrations, else by the version of Umzug and the project's resolver. */
function upArgument(
  shape: ReturnType<typeof shapeOf>['shape'],
  code: UmzugCode | undefined,
  facts: RunnerFacts,
): Manner['given'] {
  if (shape === 'context') return 'context'
  if (shape === 'positional') return 'queryInterface'
  if (Number.parseInt(facts.version('umzug') ?? '3', 10) < 3) return 'queryInterface'
  return /\.up\(\s*(?!\{|params|\w*[aA]rgs)\w/.test(code?.text ?? '') && /\bresolve\b/.test(code?.text ?? '')
    ? 'queryInterface'
    : 'context'
}

const BACK = /\b(down|undo|revert|rollback|create|generate|pending|status)\b/

/** Returns the command that runs the package.json script for this file, or else the file itself. */
function started(facts: RunnerFacts, { isRelative }: UmzugCode, script: string): string {
  const text = facts.reader.read(script) ?? ''
  const args = /runAsCLI|process\.argv/.test(text) ? ['up'] : []
  const name = path.basename(script).replace(/\.\w+$/, '')
  const calls = new RegExp(`\\b${name.replace(/\W/g, '\\$&')}(\\.[cm]?[jt]s)?\\b`)
  const named = Object.entries(facts.scripts).find(
    ([key, one]) =>
      calls.test(one) &&
      !BACK.test(one) &&
      !BACK.test(key) &&
      (!args.length || /\bup\b/.test(`${key} ${one}`)),
  )
  if (named) return npmRun(facts, named[0])
  const loader = ['tsx', 'ts-node'].find((one) => one in facts.dependencies)
  if (/\.[cm]?ts$/.test(script) && loader)
    return [npx(facts, loader), path.relative(facts.cwd, script).split(path.sep).join('/'), ...args].join(' ')
  const from = isRelative ? facts : { ...facts, start: facts.cwd }
  return node(from, script, args)
}

/** Returns the command that runs the exported instance, where the project has no script for it. */
function byInstance(facts: RunnerFacts, code: UmzugCode): string | undefined {
  const { cwd, start, reader } = facts
  if (cwd !== start && code.isRelative) return undefined
  const isEsm =
    /\.mjs$/.test(code.file) ||
    (/\.js$/.test(code.file) && isModuleText(code.text, facts, path.dirname(code.file)))
  const at = instanceIn(code)
  if (at === undefined || !/\.[cm]?js$/.test(code.file) || !reader.isFile(code.file)) return undefined
  const file = `./${path.relative(cwd, code.file).split(path.sep).join('/')}`
  if (!/^[\w./@-]+$/.test(file)) return undefined
  const loaded = isEsm
    ? `import('${file}').then((m)=>m.${at || 'default'}.up())`
    : `require('${file}')${at && `.${at}`}.up()`
  return `node -e "${loaded}.then(()=>process.exit())"`
}
