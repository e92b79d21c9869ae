export default function room(sequelize, DataTypes, soft) {
  return sequelize.define('Room', { floor: DataTypes.INTEGER }, soft)
}
