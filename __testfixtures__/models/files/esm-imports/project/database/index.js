import { Sequelize } from 'sequelize'

const db = new Sequelize('db', 'user', 'pass', { dialect: 'postgres' })
export { db as default, options as soft }
const options = { paranoid: true, deletedAt: 'gone' }
