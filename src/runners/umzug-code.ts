/** Reads the code that constructs Umzug: which files are its migrations, and which script starts it. */

import path from 'node:path'
import { type Node, parseSource, type Reader, SyntaxFault, walk } from '../ast'
import type { RunnerFacts } from '../types'

export interface UmzugCode {
  /** Absolute. */
  file: string
  text: string
  /** Absolute pattern of its migrations, or undefined if it cannot be read. */
  glob?: string
  /** Whether the pattern depends on the folder where the script runs. */
  isRelative: boolean
}

const MAKES = /\bnew\s+(?:[\w$]+\s*\.\s*)?Umzug\b/

/** Returns the places that construct Umzug. Those whose pattern lies in one of `folders` come first. */
export function umzugCode({
  sources,
  reader,
  start,
  folders,
}: Pick<RunnerFacts, 'sources' | 'start' | 'folders'> & { reader: Reader }): UmzugCode[] {
  const found = sources().flatMap((file) => {
    const text = reader.read(file) ?? ''
    return MAKES.test(text) ? constructions(file, text, start) : []
  })
  const isOurs = ({ glob }: UmzugCode) => folders.some((one) => glob?.startsWith(one + path.sep))
  return found.toSorted((a, b) => Number(isOurs(b)) - Number(isOurs(a)))
}

/** The folders of the migrations, as far as the patterns tell them: `db/changes` for `db/changes/*.js`. */
export function umzugFolders(start: string, files: string[], reader: Reader): string[] {
  const all = umzugCode({ sources: () => files, reader, start, folders: [] })
  return all.flatMap(({ glob }) => {
    if (glob === undefined) return []
    const parts = glob.split(path.sep)
    return [
      parts
        .slice(
          0,
          parts.findIndex((part) => /[*?{[(]/.test(part)),
        )
        .join(path.sep),
    ]
  })
}

function constructions(file: string, text: string, start: string): UmzugCode[] {
  const found: UmzugCode[] = []
  let program: Node
  try {
    program = parseSource(text, file).program
  } catch (error) {
    if (error instanceof SyntaxFault) return [{ file, text, isRelative: true }]
    throw error
  }
  const constants = new Map<string, Node>()
  walk(program, (node) => {
    if (node.type === 'VariableDeclarator' && node.id.type === 'Identifier' && node.init)
      constants.set(node.id.name, node.init)
  })
  const place = { home: path.dirname(file), start, constants }
  walk(program, (node) => {
    if (node.type !== 'NewExpression') return
    if ((node.callee.property ?? node.callee).name !== 'Umzug') return
    const migrations = member(resolved(node.arguments[0], constants), 'migrations', constants)
    const pattern = globIn(migrations, place) ?? pathIn(migrations, place)
    found.push({
      file,
      text,
      ...(pattern && { glob: path.resolve(start, pattern) }),
      isRelative: pattern === undefined || !path.isAbsolute(pattern),
    })
  })
  return found.length ? found : [{ file, text, isRelative: true }]
}

interface Place {
  home: string
  start: string
  constants: Map<string, Node>
}

const resolved = (node: Node | undefined, constants: Map<string, Node>): Node | undefined =>
  node?.type === 'Identifier' ? constants.get(node.name) : node

const member = (object: Node | undefined, name: string, constants: Map<string, Node>): Node | undefined =>
  object?.type === 'ObjectExpression'
    ? resolved(
        object.properties.find((one: Node) => (one.key?.name ?? one.key?.value) === name)?.value,
        constants,
      )
    : undefined

/** Reads version 3: `glob: 'migrations/*.js'`, `glob: ['*.js', { cwd: __dirname }]`. */
function globIn(migrations: Node | undefined, place: Place): string | undefined {
  const glob = member(migrations, 'glob', place.constants)
  if (glob?.type !== 'ArrayExpression') return textIn(glob, place)
  const [pattern, options] = glob.elements
  const cwd = textIn(member(resolved(options, place.constants), 'cwd', place.constants), place)
  const name = textIn(pattern, place)
  return name !== undefined && cwd !== undefined ? path.join(cwd, name) : name
}

/** Reads version 2: `path: './migrations', pattern: /\.js$/`. */
function pathIn(migrations: Node | undefined, place: Place): string | undefined {
  const folder = textIn(member(migrations, 'path', place.constants), place)
  if (folder === undefined) return undefined
  const pattern = member(migrations, 'pattern', place.constants)
  const [, ending = 'js'] = /\\\.(\w+)\$?$/.exec(pattern?.pattern ?? '') ?? []
  return path.join(folder, `*.${ending}`)
}

/** Evaluates a string from this file alone. */
function textIn(given: Node | undefined, place: Place): string | undefined {
  const node = resolved(given, place.constants)
  const all = (nodes: Node[]): string[] | undefined => {
    const texts = nodes.map((one) => textIn(one, place))
    return texts.every((one) => one !== undefined) ? texts : undefined
  }
  switch (node?.type) {
    case 'StringLiteral':
      return node.value
    case 'TemplateLiteral': {
      const holes = all(node.expressions)
      return (
        holes && node.quasis.map((one: Node, index: number) => one.value.raw + (holes[index] ?? '')).join('')
      )
    }
    case 'BinaryExpression':
      return node.operator === '+' ? all([node.left, node.right])?.join('') : undefined
    case 'MemberExpression':
      return node.object.type === 'MetaProperty' && node.property.name === 'dirname' ? place.home : undefined
    case 'CallExpression':
      return called(node, all, place)
  }
  return given?.type === 'Identifier' && given.name === '__dirname' ? place.home : undefined
}

function called(
  node: Node,
  all: (nodes: Node[]) => string[] | undefined,
  { home, start }: Place,
): string | undefined {
  const name: string = (node.callee.property ?? node.callee).name ?? ''
  if (name === 'cwd') return start
  // `fileURLToPath(new URL('./x', import.meta.url))`, `dirname(fileURLToPath(import.meta.url))`
  if (name === 'fileURLToPath') {
    const [url] = node.arguments
    if (url?.type !== 'NewExpression') return path.join(home, 'this.js')
    const texts = all(url.arguments.slice(0, 1))
    return texts && path.join(home, ...texts)
  }
  const texts = all(node.arguments)
  if (!texts) return undefined
  if (name === 'join') return path.join(...texts)
  if (name === 'resolve') return path.resolve(start, ...texts)
  return name === 'dirname' ? path.dirname(texts[0] ?? '') : undefined
}

/** Matches calls in a script that runs migrations, but not a resolver's call of one `up` with arguments. */
const RUNS =
  /\.\s*runAsCLI\s*\(|\.\s*up\s*\(\s*(?:\)|\{(?!\s*(?:\.\.\.|context|name|path)))|\[\s*(?:process\.argv|command|cmd|action|method|direction)/

/** Returns the script that runs the migrations: the file that constructs Umzug, or one that imports it. */
export function entryOf(
  code: UmzugCode,
  { sources, reader }: Pick<RunnerFacts, 'sources'> & { reader: Reader },
): string | undefined {
  if (RUNS.test(code.text)) return code.file
  const name = path.basename(code.file).replace(/\.\w+$/, '')
  return sources().find((file) => {
    const text = file === code.file ? '' : (reader.read(file) ?? '')
    return (
      RUNS.test(text) && new RegExp(`['"][^'"]*\\b${name.replace(/\W/g, '\\$&')}(\\.\\w+)?['"]`).test(text)
    )
  })
}

/** Returns the name under which the file exports the instance, '' for `module.exports` or `export default` itself. */
export function instanceIn({ text }: UmzugCode): string | undefined {
  const makes = String.raw`new\s+(?:[\w$]+\s*\.\s*)?Umzug\b`
  const [, own = ''] = new RegExp(String.raw`\b(?:const|let|var)\s+(\w+)\s*=\s*${makes}`).exec(text) ?? []
  const what = own ? `(?:${makes}|${own}\\b(?!\\s*[.(]))` : makes
  if (new RegExp(String.raw`(?:\bmodule\.exports\s*=|^export\s+default)\s+${what}`, 'm').test(text)) return ''
  const named = new RegExp(String.raw`\bexports\.(\w+)\s*=\s*${what}`).exec(text)?.[1]
  if (named ?? !own) return named
  const isListed = new RegExp(
    String.raw`(?:\bmodule\.exports\s*=|^export)\s*\{[^}]*?\b${own}\s*[,}]|^export\s+(?:const|let|var)\s+${own}\b`,
    'm',
  )
  return isListed.test(text) ? own : undefined
}
