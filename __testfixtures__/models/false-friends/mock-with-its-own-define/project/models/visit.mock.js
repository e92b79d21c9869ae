const sequelize = {
  models: {},
  define(name, attributes, options) {
    this.models[name] = { name, attributes, options }
    return this.models[name]
  },
}

sequelize.define('Visit', { reason: 'STRING' }, { paranoid: true })
const stub = { define: () => ({}), define2: 1 }
stub.define('Room', {}, { paranoid: true })
module.exports = sequelize
