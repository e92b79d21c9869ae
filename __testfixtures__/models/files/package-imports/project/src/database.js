import { Sequelize } from 'sequelize'

export default new Sequelize({ dialect: 'postgres', define: { underscored: true } })
