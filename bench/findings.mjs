/** Writes a project whose every model lacks its column: what a run costs that writes many migrations. */

import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const model = (index) => `'use strict'
const { Model } = require('sequelize')

module.exports = (sequelize, DataTypes) => {
  class Thing${index} extends Model {}
  Thing${index}.init({ title: DataTypes.STRING }, { sequelize, modelName: 'Thing${index}', tableName: 'things_${index}', paranoid: true })
  return Thing${index}
}
`

const migration = (index) => `'use strict'
module.exports = {
  async up(queryInterface, Sequelize) {
    await queryInterface.createTable('things_${index}', {
      id: { type: Sequelize.INTEGER, primaryKey: true },
      title: Sequelize.STRING,
      createdAt: Sequelize.DATE,
      updatedAt: Sequelize.DATE,
    })
  },
  down: (queryInterface) => queryInterface.dropTable('things_${index}'),
}
`

/** @param folder is made anew */
export function findingsProject(folder, count = 300) {
  fs.rmSync(folder, { recursive: true, force: true })
  for (const sub of ['models', 'migrations']) fs.mkdirSync(path.join(folder, sub), { recursive: true })
  fs.writeFileSync(path.join(folder, 'package.json'), '{ "dependencies": { "sequelize": "6.37.7" } }\n')
  for (let index = 0; index < count; index++) {
    const stamp = 20240101000000 + Math.floor(index / 60) * 100 + (index % 60)
    fs.writeFileSync(path.join(folder, 'models', `thing-${index}.js`), model(index))
    fs.writeFileSync(path.join(folder, 'migrations', `${stamp}-create-things-${index}.js`), migration(index))
  }
}

const [, own, folder, count] = process.argv
if (own === fileURLToPath(import.meta.url) && folder) findingsProject(folder, Number(count ?? 300))
