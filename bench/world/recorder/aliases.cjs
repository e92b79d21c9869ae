/** Other names under which a project asks for its files: paths of TypeScript, module-alias, Babel's resolver. */

const fs = require('node:fs')
const path = require('node:path')
const vm = require('node:vm')

/** JSON with comments and trailing commas is an expression of JavaScript. */
function looseJson(file) {
  try {
    return vm.runInNewContext(`(${fs.readFileSync(file, 'utf8')})`) ?? {}
  } catch {
    return {}
  }
}

function tsconfigOf(file, depth = 0) {
  const own = looseJson(file)
  const parent = typeof own.extends === 'string' && own.extends.startsWith('.') && depth < 5
  const from = parent
    ? tsconfigOf(path.resolve(path.dirname(file), own.extends.replace(/(\.json)?$/, '.json')), depth + 1)
    : {}
  const options = own.compilerOptions ?? {}
  const base = options.baseUrl ? path.resolve(path.dirname(file), options.baseUrl) : from.base
  const paths = options.paths ? { at: base ?? path.dirname(file), of: options.paths } : from.paths
  return { base, paths }
}

/** @returns {(request: string) => string[]} the files that an alias may stand for */
function aliasesOf({ root }) {
  const { base, paths } = tsconfigOf(path.join(root, 'tsconfig.json'))
  const pairs = Object.entries(paths?.of ?? {}).flatMap(([from, to]) =>
    to.map((one) => [from, path.resolve(paths.at, one)]),
  )
  const { _moduleAliases = {}, babel } = looseJson(path.join(root, 'package.json'))
  for (const [from, to] of Object.entries(_moduleAliases))
    pairs.push([from, path.resolve(root, to)], [`${from}/*`, path.resolve(root, to, '*')])
  const plugins = (looseJson(path.join(root, '.babelrc')).plugins ?? babel?.plugins ?? []).filter(
    Array.isArray,
  )
  for (const [name, options] of plugins)
    if (/module-resolver/.test(name))
      for (const [from, to] of Object.entries(options?.alias ?? {}))
        pairs.push([from, path.resolve(root, to)], [`${from}/*`, path.resolve(root, to, '*')])
  return (request) => {
    if (request.startsWith('.') || path.isAbsolute(request)) return []
    const named = pairs.flatMap(([from, to]) => {
      const [before, after = ''] = from.split('*')
      if (!from.includes('*')) return request === from ? [to] : []
      return request.startsWith(before) && request.endsWith(after)
        ? [to.replace('*', request.slice(before.length, request.length - after.length))]
        : []
    })
    return [
      ...named,
      ...[base, root, path.join(root, 'src')].filter(Boolean).map((one) => path.join(one, request)),
    ]
  }
}

module.exports = { aliasesOf }
