import { BeforeRestore, Column, DefaultScope, Model, Table } from 'sequelize-typescript'

export interface SessionAttributes {
  title: string
  deletedAt?: Date
}

@DefaultScope(() => ({ where: { deletedAt: null } }))
@Table({ tableName: 'sessions', paranoid: true })
export class Session extends Model<SessionAttributes> {
  @Column
  declare title: string

  declare deletedAt: Date

  @BeforeRestore
  static note(session: Session) {
    session.title = 'back'
  }

  get isGone(): boolean {
    return this.deletedAt !== null
  }

  async close(): Promise<void> {
    await this.destroy()
  }
}
