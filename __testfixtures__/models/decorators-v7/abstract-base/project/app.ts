import { Sequelize } from '@sequelize/core'
import { PostgresDialect } from '@sequelize/postgres'
import { Room, Visit } from './models/visit'

export const sequelize = new Sequelize({ dialect: PostgresDialect, models: [Visit, Room] })
