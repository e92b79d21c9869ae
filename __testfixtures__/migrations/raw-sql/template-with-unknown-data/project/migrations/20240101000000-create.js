exports.up = async (queryInterface, Sequelize) => {
  await queryInterface.createTable('users', {
    id: { type: Sequelize.INTEGER, primaryKey: true, autoIncrement: true },
    email: Sequelize.STRING,
  })
  await queryInterface.sequelize.query(`INSERT INTO users (email) VALUES ('${process.env.ADMIN}')`)
  await queryInterface.sequelize.query(`UPDATE users SET email = '${process.env.ADMIN}' WHERE id = ${Date.now() % 7}`)
}
