import fs from 'node:fs/promises'
import { DataTypes, Sequelize } from 'sequelize'

const sequelize = new Sequelize({ dialect: 'postgres' })

export async function loadModels() {
  const files = await fs.readdir(new URL('.', import.meta.url))
  return Promise.all(
    files
      .filter((file) => /^[a-z]+\.model\.js$/.test(file))
      .map(async (file) => {
        const module = await import(`./${file}`)
        return module.default(sequelize, DataTypes, { paranoid: true })
      }),
  )
}

export default await loadModels()
