import { DataTypes, Model, type Sequelize } from 'sequelize'

export class Job extends Model {}

export default function setUp(sequelize: Sequelize): typeof Job {
  return Job.init({ title: DataTypes.STRING }, { sequelize, tableName: 'jobs', paranoid: true }) as typeof Job
}
