import { Sequelize } from 'sequelize'

export default new Sequelize('postgres://u:p@localhost/db', { logging: false })
