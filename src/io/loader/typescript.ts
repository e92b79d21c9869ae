/** TypeScript to JavaScript where the project has no loader of its own: by its own compiler, else by the one in jiti. */

import { createRequire } from 'node:module'
import path from 'node:path'
import type { createJiti } from 'jiti'

type Transform = NonNullable<NonNullable<Parameters<typeof createJiti>[1]>['transform']>
type TransformOptions = Parameters<Transform>[0]

interface Compiler {
  transpileModule?(text: string, options: object): { outputText: string }
}

/** @param usual what jiti itself does */
export function transformFor(home: string, usual: (options: TransformOptions) => string): Transform {
  const compile = compilerIn(home)
  return (options) => {
    const { source, filename = '', ts } = options
    if (ts && compile) return { code: usual({ ...options, ts: false, source: compile(source, filename) }) }
    return { code: usual({ ...options, source: ts ? withoutAssertions(source) : source }) }
  }
}

/** Version 7 of TypeScript has no such function. */
function compilerIn(home: string): ((text: string, fileName: string) => string) | undefined {
  try {
    const { transpileModule } = createRequire(path.join(home, 'package.json'))('typescript') as Compiler
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

/** `deletedAt!: Date` with a decorator is refused by jiti's compiler (Babel), `deletedAt: Date` is not. */
const withoutAssertions = (source: string): string => source.replace(ASSERTED, '')

/** The `!` behind the name of a field. */
const ASSERTED =
  /(?<=(?:^|[{};)]|@[\w$.]+)\s*(?:(?:public|private|protected|readonly|override)\s+)*[\w$]+)!(?=\s*:)/gm
