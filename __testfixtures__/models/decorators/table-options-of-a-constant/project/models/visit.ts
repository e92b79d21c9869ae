import { Column, Model, Table } from 'sequelize-typescript'
import { soft, tableOf } from './options'

@Table({ ...soft, modelName: 'ClinicVisit' })
export class Visit extends Model {
  @Column
  reason: string
}

@Table(tableOf('clinic_room'))
export class Room extends Model {
  @Column
  floor: number
}
