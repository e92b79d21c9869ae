import { DataTypes } from 'sequelize'

export const up = async ({ context }) => {
  await context.getQueryInterface().createTable('jobs', {
    id: { type: DataTypes.INTEGER, primaryKey: true, autoIncrement: true },
    title: DataTypes.STRING,
    createdAt: DataTypes.DATE,
    updatedAt: DataTypes.DATE,
  })
}

export const down = async ({ context }) => {
  await context.getQueryInterface().dropTable('jobs')
}
