module.exports = (sequelize, DataTypes) =>
  sequelize.define(
    'Visit',
    { reason: { type: DataTypes.STRING, paranoid: true } },
    {
      defaultScope: { paranoid: true },
      scopes: { deleted: { paranoid: false } },
      hooks: { beforeFind: (options) => (options.paranoid = true) },
      indexes: [{ fields: ['reason'], paranoid: true }],
    },
  )
