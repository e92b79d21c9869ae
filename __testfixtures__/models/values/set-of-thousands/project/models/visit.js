const numbers = new Set(new Array(8000).fill('n').map((letter, index) => letter + index))

module.exports = (sequelize, DataTypes) =>
  sequelize.define(
    'Visit',
    { reason: DataTypes.STRING },
    { tableName: numbers.has('n7') ? 'visit' : 'no_visit', paranoid: numbers.size === 8000 },
  )
