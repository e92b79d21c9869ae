// Adds the column in which a paranoid model notes when a row was deleted: nullable, so no row is rewritten.
// How `up` waits for its lock, and that `down` refuses while rows are soft-deleted, is written once, in the helper.
const softDelete = require('__HELPER__')

module.exports = softDelete({
  tableName: '__TABLE__',
  schema: '__SCHEMA__',
  column: '__COLUMN__',
  migration: '__MIGRATION__',
})
