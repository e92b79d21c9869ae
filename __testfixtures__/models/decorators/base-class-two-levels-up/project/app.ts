import { Sequelize } from 'sequelize-typescript'
import { Room } from './models/room'
import { Visit } from './models/visit'

export const sequelize = new Sequelize({ dialect: 'postgres', models: [Visit, Room] })
