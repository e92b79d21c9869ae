const options = {
  tableName: 'visit',
  set soft(value) {
    this.paranoid = value
  },
}
options.soft = true

class Options {
  constructor() {
    this.tableName = 'room'
  }
  set soft(value) {
    this.paranoid = value
  }
}
const more = new Options()
more.soft = true

module.exports = (sequelize, DataTypes) => {
  sequelize.define('Visit', { reason: DataTypes.STRING }, { ...options })
  sequelize.define('Room', { reason: DataTypes.STRING }, { ...more })
}
