const fs = require('fs')
const path = require('path')

exports.up = (queryInterface) =>
  fs
    .readFileSync(path.join(process.cwd(), 'schema.sql'), 'utf8')
    .split(';')
    .map((one) => one.trim())
    .filter((one) => one.length)
    .reduce((done, sql) => done.then(() => queryInterface.sequelize.query(sql)), Promise.resolve())
