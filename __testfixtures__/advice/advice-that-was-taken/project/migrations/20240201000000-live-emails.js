module.exports = {
  async up(queryInterface) {
    await queryInterface.sequelize.query(
      'CREATE UNIQUE INDEX "users_email_live" ON "users" ("email") WHERE "deletedAt" IS NULL;',
    )
    await queryInterface.removeConstraint('users', 'users_email_key')
  },
}
