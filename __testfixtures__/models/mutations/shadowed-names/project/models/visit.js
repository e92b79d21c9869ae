const paranoid = false
let soft = false
{
  const paranoid = true
  let soft = true
  void [paranoid, soft]
}
const read = () => ({ paranoid })

module.exports = (sequelize, DataTypes, paranoid = true) => {
  sequelize.define('Visit', { reason: DataTypes.STRING }, { paranoid })
  sequelize.define('Room', { reason: DataTypes.STRING }, read())
  sequelize.define('Bed', { reason: DataTypes.STRING }, { paranoid: soft })
}
