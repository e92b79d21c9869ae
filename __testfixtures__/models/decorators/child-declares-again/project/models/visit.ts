import { Column, Table } from 'sequelize-typescript'
import { Base } from './base'

@Table({ modelName: 'clinicVisit' })
export class Visit extends Base {
  @Column({ field: 'visit_deleted' })
  declare deletedAt: Date
}

@Table({ underscored: false })
export class Room extends Base {
  @Column
  floor: number
}
