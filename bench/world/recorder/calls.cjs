/** What nobody called while the files were loaded: factories, static initialisers, decorated classes. */

const { bare } = require('./sequelize.cjs')
const { isClass, isStub } = require('./stub.cjs')

const STATIC = ['init', 'initModel', 'initialize', 'initialise', 'load', 'setup', 'define', 'initModels']

async function makeCalls(loaded, watch, attempt) {
  watch.calling = true
  await connectDecorated(loaded, watch, attempt)
  for (const [file, exported] of loaded) {
    if (saw(watch, file)) continue
    for (const one of valuesOf(exported)) {
      if (typeof one !== 'function') continue
      if (isClass(one)) await attempt(file, () => initialised(one, watch))
      else if (isFactory(one)) await attempt(file, () => one(watch.instance(), second(one, watch)))
    }
  }
}

const saw = ({ made }, file) => [...made.values()].some(({ frames }) => frames.includes(file))

function valuesOf(exported) {
  if (isStub(exported) || exported === null || !['object', 'function'].includes(typeof exported)) return []
  const keys = typeof exported === 'object' ? Object.keys(exported) : []
  const values = ['default', ...keys].map((key) => memberOf(exported, key))
  return [...new Set([exported, ...values])].filter((one) => one && !isStub(one))
}

/** An export of a module that was not read to its end cannot be asked for. */
function memberOf(exported, key) {
  try {
    return exported[key]
  } catch {
    return undefined
  }
}

function isFactory(one) {
  const text = Function.prototype.toString.call(one)
  return one.length > 0 && one.length < 5 && /\.\s*define\s*\(|\.init\s*\(|extends\s+[\w.]*Model\b/.test(text)
}

const second = (one, { real, Sequelize }) =>
  /^(?:async\s+)?(?:function\b[^(]*)?\(?\s*\w+\s*,\s*_?sequelize\b/i.test(
    Function.prototype.toString.call(one),
  )
    ? Sequelize
    : real.DataTypes

function initialised(one, watch) {
  if (!(one.prototype instanceof watch.real.Model) || watch.made.has(one)) return
  for (const name of STATIC)
    if (Object.hasOwn(one, name) && typeof one[name] === 'function')
      return one[name](watch.instance(), watch.real.DataTypes)
}

/** Classes of sequelize-typescript that no connection was given. */
async function connectDecorated(loaded, watch, attempt) {
  let typescript
  try {
    typescript = require('sequelize-typescript')
  } catch {
    return
  }
  const { Sequelize, Model } = typescript
  if (typeof Model !== 'function' || isStub(Model)) return
  const classes = [...loaded.values()]
    .flatMap(valuesOf)
    .filter((one) => isClass(one) && one.prototype instanceof Model && !watch.made.has(one))
    .filter((one) => Reflect.getMetadata('sequelize:modelName', one.prototype))
  if (!classes.length) return
  const options = {}
  for (const ask of watch.nest) await attempt('nest', async () => Object.assign(options, await ask()))
  const own = watch.instances.find((one) => one instanceof Sequelize && typeof one.addModels === 'function')
  const { models: _, ...rest } = options
  const kept = Object.fromEntries(
    ['define', 'schema'].filter((key) => key in rest).map((key) => [key, rest[key]]),
  )
  const instance = (!watch.nest.length && own) || bare(Sequelize, kept)
  for (const one of classes) await attempt(one.name, () => instance.addModels([one]))
}

module.exports = { makeCalls }
