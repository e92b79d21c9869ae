import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { SequelizeStorage, Umzug } from 'umzug'
import { sequelize } from '../database.js'

const here = path.dirname(fileURLToPath(import.meta.url))
const umzug = new Umzug({
  migrations: { glob: ['migrations/*.mjs', { cwd: here }] },
  context: sequelize,
  storage: new SequelizeStorage({ sequelize }),
  logger: console,
})

await umzug[process.argv[2]]()
await sequelize.close()
