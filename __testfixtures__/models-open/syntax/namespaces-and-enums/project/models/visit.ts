import { DataTypes, Sequelize } from 'sequelize'

namespace Options {
  export const soft = { paranoid: true }
}
enum Tables {
  Visit = 'clinic_visit',
}
const sequelize = new Sequelize({ dialect: 'postgres' })
export const Visit = sequelize.define('Visit', { reason: DataTypes.STRING }, { ...Options.soft, tableName: Tables.Visit })
