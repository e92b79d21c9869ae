const common = {
  use_env_variable: 'DATABASE_URL',
  dialect: 'postgres',
  logging: false,
}

module.exports = {
  development: common,
  test: common,
  production: {
    ...common,
    dialectOptions: { ssl: { require: true, rejectUnauthorized: false } },
  },
}
