var options = {}
if (true) {
  var options = { paranoid: true }
}
try {
  var more = { paranoid: true }
} catch (error) {}
for (var i = 0; i < 1; i++) var third = { paranoid: true }

module.exports = (sequelize, DataTypes) => {
  sequelize.define('Visit', { reason: DataTypes.STRING }, options)
  sequelize.define('Room', { reason: DataTypes.STRING }, more)
  sequelize.define('Bed', { reason: DataTypes.STRING }, third)
}
