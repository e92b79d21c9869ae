import { Sequelize } from 'sequelize-typescript'
import { Bed, Old, Visit } from './models/visit'

export const sequelize = new Sequelize({ dialect: 'postgres', models: [Visit, Old, Bed] })
