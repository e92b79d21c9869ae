import { Model } from 'sequelize'

export default class Session extends Model {
  static setup(sequelize, DataTypes) {
    return Session.init(
      { title: DataTypes.STRING, removedAt: { type: DataTypes.DATE, field: 'removed_at' } },
      { sequelize, tableName: 'sessions', paranoid: true, deletedAt: 'removedAt' },
    )
  }

  close() {
    return this.destroy()
  }
}
