import { Sequelize } from 'sequelize-typescript'
import { Bed, Room, Visit, Ward } from './models/visit'

export const sequelize = new Sequelize({ dialect: 'postgres', models: [Visit, Room, Bed, Ward] })
