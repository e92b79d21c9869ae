exports.modelOptions = (sequelize, tableName) => ({ sequelize, tableName, paranoid: true })
