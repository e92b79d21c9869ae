import { Column, Entity, Model, Removed } from '../orm'

@Entity()
export class Visit extends Model {
  @Column
  reason: string

  @Removed
  goneAt: Date
}
