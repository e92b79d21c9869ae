const env = process.env.NODE_ENV || 'development'

module.exports = {
  [env]: {
    username: process.env.DB_USER,
    database: process.env.DB_NAME,
    dialect: 'postgres',
    define: { paranoid: true, underscored: true },
  },
}
