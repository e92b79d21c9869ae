const _ = require('lodash')
const { Sequelize } = require('sequelize')
const sequelize = new Sequelize({ dialect: 'postgres', define: _.set({}, 'paranoid', true) })

const settings = { visit: { deletedAt: 'removed' } }
_.set(settings, 'visit.deletedAt', 'gone')
_.set(settings, ['ward', 'paranoid'], false)
sequelize.define('Visit', {}, settings.visit)
sequelize.define('Ward', {}, settings.ward)
