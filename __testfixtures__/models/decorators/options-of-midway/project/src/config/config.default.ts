import { MidwayConfig } from '@midwayjs/core'

export default {
  sequelize: {
    dataSource: {
      default: {
        dialect: 'mysql',
        database: process.env.CLINIC,
        define: { paranoid: true, underscored: true, freezeTableName: true },
        entities: ['../models'],
      },
    },
  },
} as MidwayConfig
