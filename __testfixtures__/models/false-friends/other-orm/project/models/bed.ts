import { Column, DeleteDateColumn, Entity } from 'typeorm'

@Entity({ name: 'beds', paranoid: true } as any)
export class Bed {
  @Column()
  n: number

  @DeleteDateColumn()
  deletedAt: Date
}
