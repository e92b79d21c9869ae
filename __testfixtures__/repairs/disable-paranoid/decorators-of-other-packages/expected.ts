import { Field, ObjectType } from '@nestjs/graphql'
import { Column, CreatedAt, DataType, DeletedAt, Model, Table } from 'sequelize-typescript'

@ObjectType()
@Table({ tableName: 'sessions', paranoid: false })
export class Session extends Model {
  @Field()
  @Column
  token: string

  @Field({ nullable: true })
  @DeletedAt
  deletedAt?: Date
}
