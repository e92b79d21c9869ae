import type { QueryInterface } from 'sequelize'
import { base, SoftDelete } from '../lib'

export const up = async (queryInterface: QueryInterface) => {
  await queryInterface.createTable('users', base)
  await new SoftDelete(queryInterface).addTo('users')
}
