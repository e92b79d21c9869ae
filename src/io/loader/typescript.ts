/** Loads TypeScript with the project's own loader, else with its own compiler, else with the one in jiti. */

import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { createJiti } from 'jiti'
import { withDecoratedFields } from './decorated-fields'
import type { Fields } from './foreign'

type Transform = NonNullable<NonNullable<Parameters<typeof createJiti>[1]>['transform']>
type TransformOptions = Parameters<Transform>[0]

interface OwnLoader {
  name: string
  /** Whether it starts a process or loads a compiled addon, which a confined process cannot. */
  isNative: boolean
  start(loader: { register(options?: object): unknown }): void
}

/** Loaders that a project may have, and how to start each. */
const OWN: OwnLoader[] = [
  { name: 'tsx/cjs/api', isNative: true, start: (loader) => loader.register() },
  { name: '@swc-node/register', isNative: true, start: () => undefined },
  { name: 'ts-node', isNative: false, start: (loader) => loader.register({ transpileOnly: true }) },
]

/** Lets `require` load TypeScript from now on. @returns whether the project has a loader */
export function startOwnLoader(home: string): boolean {
  const requireFrom = createRequire(path.join(home, 'package.json'))
  const isConfined = process.permission !== undefined
  for (const { name, isNative, start } of OWN) {
    if (isNative && isConfined) continue
    try {
      start(requireFrom(name))
      return true
    } catch {
      // This loader is not installed here.
    }
  }
  return false
}

/** Loads a file synchronously, or as a module with top-level await. */
export interface Loader {
  (file: string): unknown
  import(file: string): Promise<Fields>
}

export function ourLoader(home: string): Loader {
  const { createJiti }: typeof import('jiti') = require('jiti')
  const tsconfigPaths = existsSync(path.join(home, 'tsconfig.json'))
  const options = { fsCache: false, interopDefault: false, tsconfigPaths }
  const plain = createJiti(path.join(home, 'package.json'), options)
  const transform = transformFor(home, (one) => plain.transform(one))
  return createJiti(path.join(home, 'package.json'), { ...options, transform })
}

interface Compiler {
  transpileModule?(text: string, options: object): { outputText: string }
}

/** @param usual jiti's own transform */
function transformFor(home: string, usual: (options: TransformOptions) => string): Transform {
  const compile = compilerIn(home)
  return (options) => {
    const { source, filename = '', ts } = options
    if (ts && compile) return { code: usual({ ...options, ts: false, source: compile(source, filename) }) }
    return { code: usual({ ...options, source: ts ? withDecoratedFields(source, filename) : source }) }
  }
}

/** TypeScript 7 has no such function. */
function compilerIn(home: string): ((text: string, fileName: string) => string) | undefined {
  try {
    const { transpileModule }: Compiler = createRequire(path.join(home, 'package.json'))('typescript')
    const compilerOptions = {
      target: 9,
      module: 99,
      jsx: 2,
      esModuleInterop: true,
      experimentalDecorators: true,
      emitDecoratorMetadata: true,
      useDefineForClassFields: false,
    }
    return (
      transpileModule && ((text, fileName) => transpileModule(text, { fileName, compilerOptions }).outputText)
    )
  } catch {
    return undefined
  }
}
