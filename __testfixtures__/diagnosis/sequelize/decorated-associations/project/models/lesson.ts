import { BelongsTo, Column, Model, Table } from 'sequelize-typescript'
import { Course } from './course'

@Table({ tableName: 'lesson', paranoid: true })
export class Lesson extends Model {
  @Column
  courseId: number

  @BelongsTo(() => Course, 'courseId')
  course: Course
}
