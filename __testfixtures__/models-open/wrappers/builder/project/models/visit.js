class ModelBuilder {
  constructor(sequelize, name) {
    this.sequelize = sequelize
    this.name = name
    this.options = {}
  }

  attributes(attributes) {
    this.fields = attributes
    return this
  }

  softDelete(column) {
    this.options.paranoid = true
    if (column) this.options.deletedAt = column
    return this
  }

  build() {
    return this.sequelize.define(this.name, this.fields, this.options)
  }
}

module.exports = (sequelize, DataTypes) => {
  new ModelBuilder(sequelize, 'Visit').attributes({ reason: DataTypes.STRING }).softDelete('gone').build()
  new ModelBuilder(sequelize, 'Room').attributes({ floor: DataTypes.INTEGER }).build()
}
