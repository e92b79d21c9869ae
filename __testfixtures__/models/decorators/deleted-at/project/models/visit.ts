import { AllowNull, Column, CreatedAt, DeletedAt, Model, Table, UpdatedAt } from 'sequelize-typescript'

@Table
export class Visit extends Model {
  @CreatedAt
  createdOn: Date

  @DeletedAt
  removedOn: Date
}

@Table({ paranoid: false })
export class Room extends Model {
  @DeletedAt
  deletedAt: Date
}

@Table({ underscored: true, tableName: 'Bed' })
export class Bed extends Model {
  @AllowNull
  @DeletedAt
  @Column({ field: 'delete_time' })
  deletedAt: Date
}

@Table({ timestamps: false })
export class Ward extends Model {
  @DeletedAt
  @Column
  deletedAt: Date
}
