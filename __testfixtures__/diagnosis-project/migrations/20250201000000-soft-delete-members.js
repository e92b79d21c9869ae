module.exports = {
  up: (queryInterface, { DATE }) => queryInterface.addColumn('members', 'deletedAt', DATE),
}
