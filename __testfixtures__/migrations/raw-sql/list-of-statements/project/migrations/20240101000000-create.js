const statements = [
  'CREATE TABLE users (id integer PRIMARY KEY)',
  'CREATE TABLE posts (id integer PRIMARY KEY)',
  'CREATE INDEX posts_id ON posts (id)',
  'ALTER TABLE posts ADD "deletedAt" timestamptz',
]

exports.up = async (queryInterface) => {
  for (const statement of statements) {
    await queryInterface.sequelize.query(statement)
  }
}
