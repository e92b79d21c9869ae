import { DataTypes, type QueryInterface } from 'sequelize'

export class SoftDelete {
  constructor(private readonly queryInterface: QueryInterface) {}
  addTo(table: string) {
    return this.queryInterface.addColumn(table, 'deletedAt', { type: DataTypes.DATE })
  }
}
