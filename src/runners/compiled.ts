/** Finds the source folder of a folder that a build makes. */

import path from 'node:path'
import { type Node, parseValue, type Reader, SyntaxFault } from '../ast'

/**
 * Returns the source folder of a folder that a build makes, or undefined if no build of the project makes it or the
 * source folder does not exist.
 * @param root the folder of tsconfig.json and package.json
 */
export function sourceOf(folder: string, root: string, reader: Reader): string | undefined {
  for (const { from, to } of builds(root, reader)) {
    const inside = path.relative(to, folder)
    if (inside.startsWith('..') || path.isAbsolute(inside)) continue
    const found = from
      .map((one) => path.join(one, inside))
      .find((one) => one !== folder && reader.list(one) !== undefined)
    if (found) return found
  }
  return undefined
}

interface Build {
  /** Folders that may hold the sources. */
  from: string[]
  to: string
}

const builds = (root: string, reader: Reader): Build[] => [
  ...['tsconfig.json', 'tsconfig.build.json'].flatMap((name) => byTypeScript(path.join(root, name), reader)),
  ...byScripts(root, reader),
]

function byTypeScript(file: string, reader: Reader, depth = 0): Build[] {
  const config = objectIn(file, reader)
  if (!config) return []
  const home = path.dirname(file)
  const options = property(config, 'compilerOptions')
  const [outDir, rootDir] = ['outDir', 'rootDir'].map((name) => text(options && property(options, name)))
  if (outDir === undefined) {
    const base = text(property(config, 'extends'))
    if (!base?.startsWith('.') || depth > 3) return []
    const named = path.resolve(home, base)
    return byTypeScript(reader.isFile(named) ? named : `${named}.json`, reader, depth + 1)
  }
  const from = rootDir === undefined ? ['src', '.'] : [rootDir]
  return [{ from: from.map((one) => path.resolve(home, one)), to: path.resolve(home, outDir) }]
}

/** Matches `babel src -d dist` and `swc src --out-dir dist`. */
const COMPILES = /\b(?:babel|swc)\s+(?:\.\/)?([\w./-]+)\s.*?(?:-d|--out-dir)[ =](?:\.\/)?([\w./-]+)/

function byScripts(root: string, reader: Reader): Build[] {
  const manifest = objectIn(path.join(root, 'package.json'), reader)
  const scripts = manifest && property(manifest, 'scripts')
  return (scripts?.properties ?? []).flatMap((one: Node) => {
    const [, from, to] = COMPILES.exec(text(one.value) ?? '') ?? []
    return from && to ? [{ from: [path.resolve(root, from)], to: path.resolve(root, to) }] : []
  })
}

/** Parses a JSON file that may contain comments, as tsconfig.json may. */
function objectIn(file: string, reader: Reader): Node | undefined {
  const written = reader.isFile(file) ? reader.read(file) : undefined
  if (written === undefined) return undefined
  try {
    const { program } = parseValue(written.replace(/^\ufeff/, ''), file)
    return program.type === 'ObjectExpression' ? program : undefined
  } catch (error) {
    if (error instanceof SyntaxFault) return undefined
    throw error
  }
}

const property = (object: Node, name: string): Node | undefined =>
  object.properties?.find((one: Node) => one.key?.value === name)?.value

const text = (node: Node | undefined): string | undefined =>
  node?.type === 'StringLiteral' ? node.value : undefined
