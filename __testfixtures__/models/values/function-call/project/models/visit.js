const soft = () => ({ paranoid: true })
function table(name) {
  const made = name.replace(/[A-Z]/g, (letter) => '_' + letter.toLowerCase())
  return { tableName: made }
}
const options = (function () {
  return { paranoid: true, deletedAt: 'gone_at' }
})()

module.exports = (sequelize, DataTypes) => {
  sequelize.define('Visit', { reason: DataTypes.STRING }, { ...soft(), ...table('clinicVisit') })
  sequelize.define('Room', { reason: DataTypes.STRING }, options)
  sequelize.define('Bed', { reason: DataTypes.STRING }, (() => soft())())
}
