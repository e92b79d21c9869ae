module.exports = {
  client: 'sqlite3',
  connection: { filename: process.env.DATABASE_URL.replace('sqlite:', '') },
  useNullAsDefault: true,
  migrations: { directory: './db/migrations' },
}
