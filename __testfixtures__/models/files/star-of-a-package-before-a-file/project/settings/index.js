export * from 'sequelize'
export * from './soft.js'
