import { Sequelize } from 'sequelize-typescript'
import { Room, Visit } from './models/visit'

const sequelize = new Sequelize({ dialect: 'postgres', define: { paranoid: true, underscored: true } })
sequelize.addModels([Visit, Room])
