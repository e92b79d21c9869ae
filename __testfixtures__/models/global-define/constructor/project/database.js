const { Sequelize } = require('sequelize')

const define = { paranoid: true, underscored: true, freezeTableName: true, deletedAt: 'removedAt' }
exports.sequelize = new Sequelize(process.env.DATABASE_URL, { dialect: 'postgres', define })
