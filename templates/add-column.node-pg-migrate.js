// Adds the column in which a paranoid model notes when a row was deleted: nullable, so no row is rewritten.
// Queries queue behind a change that waits for its lock: it waits a second and then fails. Run it again then.
const table = { schema: '__SCHEMA__', name: '__TABLE__' }
const column = '__COLUMN__'
const migration = '__MIGRATION__'
const comment = `Soft delete, added by ${migration}` // `down` drops no column without it.
const columns = `SELECT col_description(attrelid, attnum) AS comment FROM pg_attribute WHERE attname = $2
  AND NOT attisdropped AND attrelid = to_regclass($1)`

exports.up = async (pgm) => {
  const [name] = namesIn()
  const { rows } = await pgm.db.query(columns, [name, column])
  if (rows.length) return console.log(`${migration}: ${column} is there already, it stays as it is`)
  pgm.sql("SET LOCAL lock_timeout = '1s'")
  pgm.addColumns(table, { [column]: { type: 'timestamptz', comment } })
}

exports.down = async (pgm) => {
  const [name, field] = namesIn()
  const { rows } = await pgm.db.query(columns, [name, column])
  const ours = rows.length > 0 && rows[0].comment === comment
  if (!ours) return console.log(`${migration}: ${column} is not marked as added here, it stays as it is`)
  const deleted = await pgm.db.query(`SELECT count(*) AS lost FROM ${name} WHERE ${field} IS NOT NULL`)
  const [{ lost }] = deleted.rows
  const back = `${lost} soft-deleted rows would come back to life: restore or delete them first, or set`
  if (lost > 0 && !process.env.DELETEDAT_ALLOW_DATA_LOSS)
    throw new Error(`${back} DELETEDAT_ALLOW_DATA_LOSS=1`)
  pgm.sql("SET LOCAL lock_timeout = '1s'")
  pgm.dropColumns(table, [column])
}

const quoted = (name) => `"${name.replace(/"/g, '""')}"`

/** The table and the column, as SQL writes them. */
const namesIn = () => {
  const { schema, name } = typeof table === 'string' ? { name: table } : table
  return [schema ? `${quoted(schema)}.${quoted(name)}` : quoted(name), quoted(column)]
}
