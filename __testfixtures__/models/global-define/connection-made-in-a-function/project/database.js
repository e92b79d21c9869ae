const { Sequelize } = require('sequelize')
exports.connect = ({ soft, ...rest }) => new Sequelize({ dialect: 'postgres', ...rest, define: { paranoid: soft, underscored: true } })
