module.exports = {
  async up(queryInterface, Sequelize) {
    await queryInterface.createTable(
      'users',
      {
        id: { type: Sequelize.INTEGER, primaryKey: true },
        email: { type: Sequelize.STRING, unique: true },
        phone: { type: Sequelize.STRING, unique: true },
        nick: { type: Sequelize.STRING, unique: true },
        first: Sequelize.STRING,
        last: Sequelize.STRING,
        city: Sequelize.STRING,
        deletedAt: Sequelize.DATE,
      },
      { uniqueKeys: { names: { fields: ['first', 'last'] } } },
    )
    await queryInterface.addIndex('users', ['city', 'last'], { unique: true })
    await queryInterface.addIndex('users', { fields: ['city'], unique: true, where: { deletedAt: null } })
    await queryInterface.addIndex('users', { fields: ['last', 'first'], unique: true, name: 'gone' })
    await queryInterface.addIndex('users', ['first'])
    await queryInterface.addConstraint('users', { type: 'unique', fields: ['city', 'first'] })
    await queryInterface.addConstraint('users', ['last'], { type: 'unique', name: 'old_form' })
    await queryInterface.renameColumn('users', 'last', 'surname')
    await queryInterface.removeConstraint('users', 'users_phone_key')
    await queryInterface.removeIndex('users', 'gone')
    await queryInterface.removeIndex('users', ['city', 'first'])
    await queryInterface.removeColumn('users', 'nick')
  },
}
