exports.up = (queryInterface) => queryInterface.dropSchema('studio')
