/** `@nestjs/sequelize` as far as it says how the connection is made; anything else of it is a stub. */

const { stub } = require('./stub.cjs')

function nestSequelize(watch) {
  const rest = stub()
  const told = { module: class {} }
  const SequelizeModule = {
    forRoot(options) {
      watch.nest.push(() => options)
      return told
    },
    forRootAsync({ useFactory, useClass } = {}) {
      if (useFactory) watch.nest.push(() => useFactory(stub(), stub(), stub()))
      else if (useClass) watch.nest.push(() => new useClass(stub(), stub()).createSequelizeOptions())
      return told
    },
    forFeature: () => told,
  }
  return new Proxy(rest, {
    get: (target, key) => (key === 'SequelizeModule' ? SequelizeModule : target[key]),
  })
}

module.exports = { nestSequelize }
