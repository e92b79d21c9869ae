import {
  type CreationOptional,
  DataTypes,
  type InferAttributes,
  type InferCreationAttributes,
  Model,
  Sequelize,
} from 'sequelize'

const sequelize = new Sequelize({ dialect: 'postgres' })

export class Visit extends Model<InferAttributes<Visit>, InferCreationAttributes<Visit>> {
  declare id: CreationOptional<number>
  declare reason: string
  declare readonly deletedAt: CreationOptional<Date>
}

Visit.init(
  {
    id: { type: DataTypes.INTEGER, autoIncrement: true, primaryKey: true },
    reason: DataTypes.STRING,
    deletedAt: { type: DataTypes.DATE, field: 'deleted_at' },
  },
  { sequelize, paranoid: true } as const,
)
