import { DataTypes, Sequelize } from 'sequelize'
import job from './models/job.js'

export const sequelize = new Sequelize(process.env.DATABASE_URL, { logging: false })
export const Job = job(sequelize, DataTypes)
