const list = ['a', 'b', 'c']

module.exports = (sequelize, DataTypes) => {
  sequelize.define('Visit', { reason: DataTypes.STRING }, { paranoid: list.findIndex((one) => one === 'c') === 2 })
  sequelize.define('Room', { reason: DataTypes.STRING }, { paranoid: [3, 1, 2].sort((a, b) => a - b)[0] === 1 })
  sequelize.define('Bed', { reason: DataTypes.STRING }, { paranoid: list.lastIndexOf('z') === -1 })
  sequelize.define('Ward', { reason: DataTypes.STRING }, { paranoid: [10, 9].sort()[0] === 10 })
  sequelize.define('Tag', { reason: DataTypes.STRING }, { paranoid: [[1, [2]]].flat(2).length === 2 })
  sequelize.define('Pill', { reason: DataTypes.STRING }, { paranoid: list.includes('c', 3) })
}
