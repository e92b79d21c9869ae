const { DataTypes, Sequelize } = require('sequelize')
const sequelize = new Sequelize({ dialect: 'postgres' })
const fields = { reason: DataTypes.STRING }

const inherited = Object.create({ paranoid: true })
inherited.tableName = 'inherited_visits'
const described = Object.create(null, { paranoid: { value: true, enumerable: true }, tableName: { value: 'hidden' } })
const hidden = { tableName: 'hidden_visits' }
Object.defineProperty(hidden, 'paranoid', { value: true })
const shown = { deletedAt: 'shown' }
Object.defineProperties(shown, { paranoid: { value: true, enumerable: true }, deletedAt: { value: 'gone' } })
const spread = { paranoid: inherited.paranoid, deletedAt: hidden.paranoid && 'left' }
const folded = [{ paranoid: true }, { paranoid: false }].reduceRight((all, one) => ({ ...all, ...one }), {})

exports.Inherited = sequelize.define('Inherited', fields, inherited)
exports.Described = sequelize.define('Described', fields, described)
exports.Hidden = sequelize.define('Hidden', fields, hidden)
exports.Shown = sequelize.define('Shown', fields, shown)
exports.Spread = sequelize.define('Spread', fields, spread)
exports.Folded = sequelize.define('Folded', fields, folded)
