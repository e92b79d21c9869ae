// Adds the column in which a paranoid model notes when a row was deleted: nullable, so no row is rewritten.
// Soft-deleted rows come back to life with `down`: it refuses without DELETEDAT_ALLOW_DATA_LOSS=1.
const [table, column] = ['__TABLE__', '__COLUMN__']

exports.up = (db) => db.addColumn(table, column, { type: 'datetime' })

exports.down = async (db) => {
  const back = 'soft-deleted rows would come back to life: look for them first, and set'
  if (!process.env.DELETEDAT_ALLOW_DATA_LOSS) throw new Error(`${back} DELETEDAT_ALLOW_DATA_LOSS=1`)
  await db.removeColumn(table, column)
}

exports._meta = { version: 1 }
