const { readFile } = require('node:fs/promises')

exports.up = async (queryInterface) => queryInterface.sequelize.query(await readFile('lids.sql', 'utf8'))
