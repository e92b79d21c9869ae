import { DataTypes, Model, Sequelize } from 'sequelize'

export default class VisitNote extends Model {}

VisitNote.init({ reason: DataTypes.STRING }, { sequelize: new Sequelize({ dialect: 'postgres' }), paranoid: true })
