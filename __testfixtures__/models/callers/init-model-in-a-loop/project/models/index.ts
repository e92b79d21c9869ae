import { Sequelize } from 'sequelize'
import { Room } from './room'
import { Visit } from './visit'

const sequelize = new Sequelize({ dialect: 'postgres', define: { underscored: true } })
const models = { Visit, Room }

for (const model of Object.values(models)) model.initModel(sequelize, { paranoid: true })

export { models }
