import { Sequelize } from '@sequelize/core'
import { PostgresDialect } from '@sequelize/postgres'
import { Focus, Person } from './models/focus'

export const sequelize = new Sequelize({ dialect: PostgresDialect, models: [Focus, Person], schema: 'clinic' })
