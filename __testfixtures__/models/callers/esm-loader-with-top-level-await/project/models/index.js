import { readdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { DataTypes, Sequelize } from 'sequelize'

const here = fileURLToPath(import.meta.url)
const folder = dirname(here)
const sequelize = new Sequelize({ dialect: 'postgres' })
const soft = { paranoid: true }
const db = {}

const files = readdirSync(folder).filter((file) => file.endsWith('.js') && file !== basename(here))
for (const file of files) {
  const { default: factory } = await import(pathToFileURL(join(folder, file)).href)
  const model = factory(sequelize, DataTypes, soft)
  db[model.name] = model
}

export default db
