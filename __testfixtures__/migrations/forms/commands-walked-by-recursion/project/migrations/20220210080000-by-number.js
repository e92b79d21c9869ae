const Sequelize = require('sequelize')

const tens = ['0', '1', '2', '3']
const columns = tens.flatMap((ten) => '0123456789'.split('').map((one) => `ring_${ten}${one}`))

async function addFrom(queryInterface, index) {
  if (index >= columns.length) return
  await queryInterface.addColumn('ash', columns[index], Sequelize.DATE)
  await addFrom(queryInterface, index + 1)
}

const removeFrom = (queryInterface, index) =>
  index < columns.length - 1
    ? queryInterface.removeColumn('ash', columns[index]).then(() => removeFrom(queryInterface, index + 1))
    : Promise.resolve()

module.exports = {
  up: (queryInterface) => addFrom(queryInterface, 0).then(() => removeFrom(queryInterface, 0)),
}
