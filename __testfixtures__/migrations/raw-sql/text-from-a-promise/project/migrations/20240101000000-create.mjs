import { promises as fs } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import path from 'node:path'

const here = path.dirname(fileURLToPath(import.meta.url))

export async function up(queryInterface) {
  const sql = await fs.readFile(path.resolve(here, '../sql/create.sql'), { encoding: 'utf-8' })
  await queryInterface.sequelize.query(sql)
  const again = await readFile(new URL('../sql/create.sql', import.meta.url))
  await queryInterface.sequelize.query(again.toString().replace('users', 'members'))
}
