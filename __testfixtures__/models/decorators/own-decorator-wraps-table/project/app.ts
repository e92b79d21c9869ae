import { Sequelize } from 'sequelize-typescript'
import { Visit } from './models/visit'

export const sequelize = new Sequelize({ dialect: 'postgres', models: [Visit] })
