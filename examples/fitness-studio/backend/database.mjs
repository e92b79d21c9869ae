import { Sequelize } from 'sequelize'
import config from './config/config.cjs'

const options = config[process.env.NODE_ENV ?? 'development']

const sequelize = new Sequelize(process.env[options.use_env_variable], {
  ...options,
  // In this studio nothing is thrown away for good.
  define: { paranoid: true },
})

await sequelize.authenticate()

export default sequelize
