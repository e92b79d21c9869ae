import { Sequelize } from 'sequelize'
import setUp from './models/job'

export const sequelize = new Sequelize(process.env.DATABASE_URL ?? '', { logging: false })
export const Job = setUp(sequelize)
