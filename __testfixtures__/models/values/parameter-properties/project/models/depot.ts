import { DataTypes, type ModelStatic, Sequelize } from 'sequelize'

const sequelize = new Sequelize('depots', 'u', 'p', { dialect: 'postgres' })

class Definition {
  constructor(
    private readonly table: string,
    protected soft: boolean = true,
    readonly column = 'gone_at',
  ) {}

  define(name: string): ModelStatic<any> {
    const options = { tableName: this.table, paranoid: this.soft, deletedAt: this.column }
    return sequelize.define(name, { city: DataTypes.STRING }, options)
  }
}

export const Depot = new Definition('depots').define('Depot')
export const Shelf = new Definition('shelves', false).define('Shelf')
