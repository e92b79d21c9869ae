/** The real Sequelize, watched: every model that is initialised and every instance that is made is written down. */

const path = require('node:path')
const { isStub, stub } = require('./stub.cjs')

const QUIET = {
  authenticate: () => undefined,
  sync: (it) => it,
  query: () => [[], []],
  close: () => undefined,
  drop: () => [],
}

function watched({ modules, libraries, root, repository }) {
  const real = require(path.join(modules, libraries.sequelize))
  const watch = { real, made: new Map(), instances: [], nest: [], calling: false }
  const isOurs = (file) =>
    file?.startsWith(repository) && !file.includes(`${path.sep}node_modules${path.sep}`)
  const { init } = real.Model
  real.Model.init = function (...args) {
    const result = init.apply(this, args)
    const frames = framesNow(isOurs)
    // The join table of belongsToMany is no model of the project's own.
    if (!frames.isJoin) watch.made.set(this, { model: this, frames: frames.files, called: watch.calling })
    return result
  }
  for (const [name, answer] of Object.entries(QUIET))
    if (real.prototype[name])
      real.prototype[name] = function () {
        return Promise.resolve(answer(this))
      }
  // It refuses the stub of a package for asynchronous contexts, and no transaction is ever begun.
  if (real.useCLS) real.useCLS = () => real
  watch.Sequelize = new Proxy(real, {
    construct(target, args, made) {
      const own = made === watch.Sequelize ? target : made
      const instance = constructed(target, args, own)
      watch.instances.push(instance)
      return instance
    },
    get: (target, key) => (key === 'Sequelize' || key === 'default' ? watch.Sequelize : target[key]),
  })
  watch.instance = () => watch.instances[0] ?? (watch.own ??= bare(real))
  watch.root = root
  return watch
}

const bare = (real, options) =>
  new real('db', 'user', 'pass', { dialect: 'postgres', logging: false, ...options })

/** A connection that cannot be made without what is missing here is made without it; what models inherit stays. */
function constructed(target, args, made) {
  const options = args.find((one) => one && typeof one === 'object' && !isStub(one)) ?? {}
  try {
    return Reflect.construct(target, args, made)
  } catch {
    const dialect =
      ['mysql', 'mariadb', 'sqlite', 'mssql', 'postgres'].find((one) => one === options.dialect) ?? 'postgres'
    const kept = Object.fromEntries(
      ['define', 'schema'].filter((key) => key in options).map((key) => [key, options[key]]),
    )
    const instance = Reflect.construct(
      target,
      ['db', 'user', 'pass', { dialect, logging: false, ...kept }],
      made,
    )
    if (args.some(isStub) || !Object.keys(options).length) instance.options.define = stub()
    return instance
  }
}

function framesNow(isOurs) {
  const { prepareStackTrace, stackTraceLimit } = Error
  Error.stackTraceLimit = 60
  Error.prepareStackTrace = (_, sites) => sites
  const { stack } = new Error()
  Object.assign(Error, { prepareStackTrace, stackTraceLimit })
  const all = stack.map((site) => site.getFileName()).filter(Boolean)
  return { files: [...new Set(all.filter(isOurs))], isJoin: all.some((file) => /belongs-to-many/.test(file)) }
}

module.exports = { watched, bare }
