export default {
  keys: 'jobs',
  sequelize: {
    dataSource: {
      default: {
        dialect: 'mysql',
        uri: process.env.DATABASE_URL,
        sync: false,
        entities: ['entity'],
      },
    },
  },
}
