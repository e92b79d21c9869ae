// Indexes the column in which a paranoid model notes when a row was deleted: others read and write meanwhile.
// How it is built, tried again and dropped is written once, in the helper.
const softDelete = require('__HELPER__')

module.exports = softDelete({
  tableName: '__TABLE__',
  schema: '__SCHEMA__',
  column: '__COLUMN__',
  index: '__INDEX__',
  migration: '__MIGRATION__',
})
