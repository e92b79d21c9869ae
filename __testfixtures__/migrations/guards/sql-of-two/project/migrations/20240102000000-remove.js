exports.up = ({ sequelize }) =>
  sequelize.query(
    process.env.X === '1' ? 'ALTER TABLE users DROP COLUMN "deletedAt"' : 'ALTER TABLE posts DROP COLUMN "deletedAt"',
  )
