/** How the project's files are found and read: TypeScript and ES modules by swc, aliases, stubs for what is missing. */

const fs = require('node:fs')
const Module = require('node:module')
const path = require('node:path')
const { fileURLToPath } = require('node:url')
const vm = require('node:vm')
const { aliasesOf } = require('./aliases.cjs')
const { nestSequelize } = require('./nest.cjs')
const { stub } = require('./stub.cjs')

const stubbed = new Set()
const STUB = '\u0001stubbed:'
const EXTENSIONS = ['.js', '.ts', '.tsx', '.jsx', '.mjs', '.cjs', '.mts', '.cts']

function hookModules(job, watch) {
  const { transformSync } = require(path.join(job.modules, '@swc', 'core'))
  const inNodeModules = (file) => file.includes(`${path.sep}node_modules${path.sep}`)
  for (const extension of EXTENSIONS) {
    const usual = Module._extensions[extension] ?? Module._extensions['.js']
    Module._extensions[extension] = (module, file) => {
      if (inNodeModules(file)) return usual(module, file)
      module._compile(compiled(fs.readFileSync(file, 'utf8'), file, transformSync), file, 'commonjs')
    }
  }
  hookResolution(job, aliasesOf(job))
  const load = Module._load
  Module._load = function (request, parent, isMain) {
    if (request === 'sequelize') return watch.Sequelize
    if (request === '@nestjs/sequelize') return nestSequelize(watch)
    if (request.startsWith('file:')) request = fileURLToPath(request)
    const resolved = Module._resolveFilename(request, parent, isMain)
    if (!resolved.startsWith(STUB)) return load.call(this, request, parent, isMain)
    stubbed.add(resolved.slice(STUB.length))
    return (stubs[resolved] ??= stub())
  }
}

const stubs = {}

/** What is installed here in a version that any project can use. */
const HERE =
  /^(?:lodash|moment|dotenv|uuid|deepmerge|inflection|validator|reflect-metadata|pg|mysql2)(?:\/|$)/

function hookResolution({ modules, libraries, root }, aliases) {
  const resolve = Module._resolveFilename
  const here = { id: root, filename: path.join(root, 'x.js'), paths: Module._nodeModulePaths(root) }
  Module._resolveFilename = function (request, parent, ...rest) {
    const tries = libraries[request]
      ? [path.join(modules, libraries[request])]
      : [request, ...sourcesOf(request), ...aliases(request).flatMap((one) => [one, ...sourcesOf(one)])]
    for (const one of tries) {
      try {
        return resolve.call(this, one, parent ?? here, ...rest)
      } catch {}
    }
    try {
      if (HERE.test(request)) return resolve.call(this, path.join(modules, request), parent, ...rest)
    } catch {}
    return STUB + request
  }
}

/** TypeScript says `./user.js` for what lies there as `./user.ts`. */
const sourcesOf = (request) =>
  /\.[mc]?jsx?$/.test(request)
    ? ['.ts', '.tsx', '.mts', '.cts'].map((end) => request.replace(/\.[mc]?jsx?$/, end))
    : []

function compiled(text, file, transformSync) {
  const isTypeScript = /\.[mc]?tsx?$/.test(file)
  if (!isTypeScript && !/^\s*(?:import|export)\b|\bimport\s*\(|import\.meta|@\w+/m.test(text)) return text
  const { code } = transformSync(text, {
    filename: file,
    swcrc: false,
    configFile: false,
    jsc: {
      parser: isTypeScript
        ? { syntax: 'typescript', tsx: file.endsWith('x'), decorators: true }
        : { syntax: 'ecmascript', jsx: true, decorators: true },
      target: 'es2022',
      transform: { legacyDecorator: true, decoratorMetadata: isTypeScript, useDefineForClassFields: false },
    },
    module: { type: 'commonjs' },
  })
  // In a circle of imports the type of a property is not there yet; TypeScript's own compiler says Object then.
  const plain = code.replace(
    /typeof ([\w.$]+) === "undefined" \? Object : \1/g,
    '(() => { try { return $1 ?? Object } catch { return Object } })()',
  )
  return /^(?:.*=\s*)?await\b/m.test(plain) && waits(plain)
    ? `(async () => { ${plain} })().catch(() => {})`
    : plain
}

/** Whether it awaits outside any function. */
function waits(code) {
  try {
    return !new vm.Script(`(function (exports, require, module) {${code}\n})`)
  } catch {
    return true
  }
}

module.exports = { hookModules, stubbed }
