import { Sequelize } from 'sequelize-typescript'
import { Room, Visit } from './models/visit'

export const sequelize = new Sequelize({ dialect: 'postgres', models: [Visit, Room] })
