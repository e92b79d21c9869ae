import { Injectable } from '@nestjs/common'
import { InjectModel } from '@nestjs/sequelize'
import { Chart } from 'charts'
import { Session } from './session.model'

@Injectable()
export class SessionsService {
  private readonly chart: Chart

  constructor(@InjectModel(Session) private readonly sessions: typeof Session) {}

  async remove(id: string): Promise<void> {
    const session = await this.sessions.findByPk(id)
    await session!.destroy()
  }

  removeRow(row: Session): Promise<void> {
    return row.destroy()
  }

  removeAll(rows: Session[]): Promise<void[]> {
    return Promise.all(rows.map((row) => row.destroy()))
  }

  draw(): void {
    this.chart.destroy()
  }
}
