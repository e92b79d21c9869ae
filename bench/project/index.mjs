/** A made-up project of many models and migrations, the same one for the same numbers. */

import fs from 'node:fs'
import path from 'node:path'
import { migrationFiles } from './migrations.mjs'
import { modelFile } from './models.mjs'
import { named } from './names.mjs'
import { randomFrom } from './random.mjs'

const DB = `const { Sequelize } = require('sequelize')

const sequelize = new Sequelize(process.env.DATABASE_URL, { dialect: 'postgres', logging: false })

module.exports = { sequelize }
`

const MANIFEST = {
  name: 'many-models',
  private: true,
  dependencies: { pg: '^8.11.0', sequelize: '^6.37.0', 'sequelize-typescript': '^2.1.6' },
}

/** Every fifth model is paranoid; of their tables 5 in 6 have the column, half of these by a later migration. */
function tableOf(index, isParanoid, bare) {
  const { name, table, file } = named(index)
  const place = index % 60
  return {
    name,
    table,
    file,
    isParanoid,
    deletedAt:
      !isParanoid || bare || place === 5 || place >= 30
        ? undefined
        : place === 10
          ? 'deleted_at'
          : 'deletedAt',
    addedLater: isParanoid && !bare && place >= 30,
  }
}

/**
 * Tables are made by half of the migrations at most: the history of the other half of the models began elsewhere.
 * @param folder is made anew
 * @param bare no table has the column, and each is made by a migration
 * @returns {{ models: number, paranoid: number, migrations: number }}
 */
export function makeProject(folder, { models: count, migrations, bare = false, seed = 1 }) {
  const random = randomFrom(seed)
  const tables = Array.from({ length: count }, (_, index) => tableOf(index, index % 5 === 0, bare))
  const names = tables.slice(0, 200).map(({ name }) => name)
  const models = tables.map((table) => modelFile(random, table, names))
  const made = bare ? tables : tables.filter((_, index) => index % 10 < 8)
  write(folder, { 'package.json': JSON.stringify(MANIFEST, null, 2), 'db.js': DB })
  write(path.join(folder, 'models'), filesOf(models))
  write(path.join(folder, 'migrations'), filesOf(migrationFiles(random, made, migrations)))
  return { models: count, paranoid: tables.filter(({ isParanoid }) => isParanoid).length, migrations }
}

const filesOf = (files) => Object.fromEntries(files.map(({ file, text }) => [file, text]))

function write(folder, files) {
  fs.mkdirSync(folder, { recursive: true })
  for (const [name, text] of Object.entries(files)) fs.writeFileSync(path.join(folder, name), text)
}
