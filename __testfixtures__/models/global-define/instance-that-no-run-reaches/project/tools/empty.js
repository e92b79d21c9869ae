const { Sequelize } = require('sequelize')

const empty = async () => {
  const server = new Sequelize('', 'root', '', { dialect: 'postgres' })
  await server.query('CREATE DATABASE harbour_test')
}

globalThis.beforeAll?.(() => empty())
