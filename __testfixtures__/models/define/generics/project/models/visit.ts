import { DataTypes, type Model, Sequelize } from 'sequelize'

interface VisitRow extends Model {
  reason: string
}

const sequelize = new Sequelize('db', 'user', 'pass', { dialect: 'postgres' })

export const Visit = sequelize.define<VisitRow>('Visit', { reason: DataTypes.STRING }, { paranoid: true })
export const Room = sequelize.define<VisitRow, any>('Room', { floor: DataTypes.INTEGER }, <any>{ paranoid: false })
