/*
 * sequelize.define('Ghost', { reason: DataTypes.STRING }, { paranoid: true })
 */
// class Phantom extends Model {}; Phantom.init({}, { sequelize, paranoid: true })
const text = "sequelize.define('Text', {}, { paranoid: true })"
const template = `
  module.exports = (sequelize, DataTypes) => sequelize.define('{{ name }}', {}, { paranoid: true })
`
module.exports = (sequelize, DataTypes) => {
  const Visit = sequelize.define('Visit', { reason: DataTypes.STRING }, { comment: 'paranoid: true' })
  Visit.text = text + template
  return Visit
}
