import { type CreationOptional, DataTypes, type InferAttributes, type InferCreationAttributes, Model, type Sequelize } from 'sequelize'

export class Session extends Model<InferAttributes<Session>, InferCreationAttributes<Session>> {
  declare id: CreationOptional<number>
  declare token: string
  declare deletedAt: CreationOptional<Date | null>

  static initModel(sequelize: Sequelize) {
    return Session.init(
      {
        id: { type: DataTypes.INTEGER, autoIncrement: true, primaryKey: true },
        token: { type: DataTypes.STRING, allowNull: false },
        deletedAt: { type: DataTypes.DATE },
      },
      { sequelize, tableName: 'sessions', paranoid: true },
    )
  }
}
