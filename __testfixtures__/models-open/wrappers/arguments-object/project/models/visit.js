function model(sequelize) {
  var args = Array.prototype.slice.call(arguments, 1)
  args[2] = Object.assign({ paranoid: true }, args[2])
  return sequelize.define.apply(sequelize, args)
}

module.exports = (sequelize, DataTypes) => {
  model(sequelize, 'Visit', { reason: DataTypes.STRING })
}
