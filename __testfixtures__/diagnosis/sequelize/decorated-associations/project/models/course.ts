import { Column, HasMany, Model, Table } from 'sequelize-typescript'
import { Lesson } from './lesson'

@Table
export class Course extends Model {
  @Column
  title: string

  @HasMany(() => Lesson, 'courseId')
  units: Lesson[]
}
