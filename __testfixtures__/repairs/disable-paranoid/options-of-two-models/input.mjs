import { DataTypes, Model } from 'sequelize'
import { sequelize } from '../database.mjs'

const options = { sequelize, paranoid: true }

export class Session extends Model {}
Session.init({ token: DataTypes.STRING }, options)

export class User extends Model {}
User.init({ name: DataTypes.STRING }, options)
