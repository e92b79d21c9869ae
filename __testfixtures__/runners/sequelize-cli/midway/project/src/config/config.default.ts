export default {
  keys: 'jobs',
  sequelize: {
    dataSource: {
      default: {
        dialect: 'postgres',
        uri: process.env.DATABASE_URL,
        sync: false,
        entities: ['entity'],
      },
    },
  },
}
