import { Model } from 'sequelize'

export default function (sequelize, DataTypes) {
  class Visit extends Model {}
  Visit.init({ reason: DataTypes.STRING }, { sequelize, paranoid: true, underscored: true })
  return Visit
}
