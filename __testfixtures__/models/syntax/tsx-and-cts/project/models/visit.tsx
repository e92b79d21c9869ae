import { DataTypes, Sequelize } from 'sequelize'

const sequelize = new Sequelize({ dialect: 'postgres' })
export const Visit = sequelize.define('Visit', { reason: DataTypes.STRING }, { paranoid: true } as const)
export const card = <T,>(value: T) => value
