/** A copy of a project in JavaScript that Node can load: TypeScript and decorators by swc, Flow by Babel. */

import fs from 'node:fs'
import path from 'node:path'
import { type Options, transformSync } from '@swc/core'

const EXTENSIONS: Record<string, string> = {
  '.ts': '.js',
  '.tsx': '.js',
  '.mts': '.mjs',
  '.cts': '.cjs',
  '.jsx': '.js',
}

/** Rewrites every file of the project that Node cannot load as it is. */
export function transpile(root: string): void {
  const names = fs.readdirSync(root, { recursive: true, encoding: 'utf8' })
  for (const name of names.filter((one) => !one.startsWith('node_modules'))) {
    const file = path.join(root, name)
    const extension = path.extname(name)
    if (EXTENSIONS[extension]) become(file, extension, byCompiler(file, root))
    else if (extension === '.js' && /^\s*\/[/*]+ *@flow/.test(fs.readFileSync(file, 'utf8')))
      become(file, extension, withoutFlow(file))
  }
}

/** Where a file of the project lies after that. */
export function loadable(file: string): string {
  const extension = path.extname(file)
  return file.slice(0, -extension.length) + (EXTENSIONS[extension] ?? extension)
}

function become(file: string, extension: string, text: string): void {
  fs.rmSync(file)
  fs.writeFileSync(file.slice(0, -extension.length) + (EXTENSIONS[extension] ?? extension), text)
}

function byCompiler(file: string, root: string): string {
  const isTypeScript = /\.[mc]?tsx?$/.test(file)
  const parser: NonNullable<Options['jsc']>['parser'] = isTypeScript
    ? { syntax: 'typescript', tsx: file.endsWith('x'), decorators: true }
    : { syntax: 'ecmascript', jsx: true }
  const { code } = transformSync(fs.readFileSync(file, 'utf8'), {
    filename: file,
    swcrc: false,
    jsc: {
      parser,
      target: 'es2022',
      transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
      ...aliases(root),
    },
    module: { type: isModule(file, root) ? 'es6' : 'commonjs' },
  })
  return code
}

const isModule = (file: string, root: string): boolean =>
  !file.endsWith('.cts') &&
  (file.endsWith('.mts') ||
    JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')).type === 'module')

function aliases(root: string): NonNullable<Options['jsc']> {
  const file = path.join(root, 'tsconfig.json')
  if (!fs.existsSync(file)) return {}
  const { baseUrl = '.', paths } = JSON.parse(fs.readFileSync(file, 'utf8')).compilerOptions
  return paths ? { baseUrl: path.join(root, baseUrl), paths } : {}
}

function withoutFlow(file: string): string {
  const babel = require('@babel/core') as { transformSync(text: string, options: object): { code: string } }
  const options = {
    filename: file,
    babelrc: false,
    configFile: false,
    presets: [require('@babel/preset-flow')],
  }
  return babel.transformSync(fs.readFileSync(file, 'utf8'), options).code
}
