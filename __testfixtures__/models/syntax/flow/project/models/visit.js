// @flow
import type { Options } from './types'
import { DataTypes, Model, Sequelize } from 'sequelize'

type Row = {| reason: string |}
const options: Options = ({ paranoid: true }: any)

export class Visit extends Model<Row> {
  reason: string
}

Visit.init({ reason: DataTypes.STRING }, { sequelize: new Sequelize({ dialect: 'postgres' }), ...options })
