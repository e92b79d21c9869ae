import { DataTypes } from 'sequelize'

export const soft = { paranoid: true }

export default (sequelize) => sequelize.define('Session', { token: DataTypes.STRING }, { ...soft, paranoid: false })
