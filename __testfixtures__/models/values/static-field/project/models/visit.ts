class Defaults {
  static readonly soft = { paranoid: true } as const
  static get table() {
    return 'clinic_visit'
  }
  static options(name: string) {
    return { ...Defaults.soft, tableName: `${this.table}_${name}` }
  }
}

export default (sequelize: any, DataTypes: any) => {
  sequelize.define('Visit', { reason: DataTypes.STRING }, Defaults.soft)
  sequelize.define('Room', { reason: DataTypes.STRING }, Defaults.options('room'))
}
