exports.sequelize = { host: 'db.internal', define: { paranoid: true } }
