/**
 * SQLite without a compiler: sql.js behind as much of sqlite3's interface as Sequelize uses (`dialectModule`).
 * A file is written after every statement outside a transaction, and read again where another process wrote it
 * meanwhile, so that processes share it as long as they do not write at once. Connections of one process share one
 * image of it.
 */
const fs = require('node:fs')
const initSqlJs = require('sql.js')

/** file name -> { image, users }: the image that every connection of this process uses, until the last one closes */
const shared = new Map()

async function open(filename) {
  const SQL = await initSqlJs()
  const onDisk = filename !== ':memory:' && fs.existsSync(filename)
  return {
    filename,
    db: new SQL.Database(onDisk ? fs.readFileSync(filename) : undefined),
    inTransaction: false,
    stamp: stampOf(filename),
    read: () => new SQL.Database(fs.readFileSync(filename)),
  }
}

const stampOf = (filename) => {
  if (filename === ':memory:' || !fs.existsSync(filename)) return ''
  const { mtimeMs, size } = fs.statSync(filename)
  return `${mtimeMs} ${size}`
}

function refresh(image) {
  const stamp = stampOf(image.filename)
  if (image.inTransaction || stamp === image.stamp || stamp === '') return
  const foreignKeys = image.db.exec('PRAGMA foreign_keys')[0].values[0][0]
  image.db.close()
  image.db = image.read()
  image.db.exec(`PRAGMA foreign_keys = ${foreignKeys}`)
  image.stamp = stamp
}

function imageOf(filename) {
  if (filename === ':memory:') return open(filename)
  const entry = shared.get(filename) ?? { image: open(filename), users: 0 }
  entry.users += 1
  shared.set(filename, entry)
  return entry.image
}

function release(filename) {
  const entry = shared.get(filename)
  if (entry && --entry.users === 0) shared.delete(filename)
}

/** sql.js closes and opens the database as it exports it, and forgets the pragmas. */
function save(image) {
  if (image.filename === ':memory:' || image.inTransaction) return
  const foreignKeys = image.db.exec('PRAGMA foreign_keys')[0].values[0][0]
  fs.writeFileSync(image.filename, image.db.export())
  image.db.exec(`PRAGMA foreign_keys = ${foreignKeys}`)
  image.stamp = stampOf(image.filename)
}

function followTransaction(image, sql) {
  if (/^\s*BEGIN\b/i.test(sql)) image.inTransaction = true
  if (/^\s*(COMMIT|END|ROLLBACK(?!\s+TO))\b/i.test(sql)) image.inTransaction = false
}

function rowsOf(db, sql, parameters) {
  const prepared = db.prepare(sql)
  try {
    prepared.bind(Array.isArray(parameters) ? parameters.map(plain) : mapValues(parameters, plain))
    const rows = []
    while (prepared.step()) rows.push(prepared.getAsObject())
    return rows
  } finally {
    prepared.free()
  }
}

function plain(value) {
  if (value === undefined) return null
  return typeof value === 'bigint' || value instanceof Date ? Number(value) : value
}

const mapValues = (object, change) =>
  Object.fromEntries(Object.entries(object ?? {}).map(([key, value]) => [key, change(value)]))

/** As sqlite3 words it: 'SQLITE_ERROR: no such column: deletedAt'. */
function worded(given) {
  const error = given instanceof Error ? given : new Error(String(given))
  const code = /constraint failed/i.test(error.message) ? 'SQLITE_CONSTRAINT' : 'SQLITE_ERROR'
  return Object.assign(new Error(`${code}: ${error.message}`), {
    code,
    errno: code === 'SQLITE_ERROR' ? 1 : 19,
  })
}

/** Sequelize tells by this name that it got a statement's `changes` and `lastID`. */
class Statement {
  constructor(db) {
    this.changes = db.getRowsModified()
    this.lastID = db.exec('SELECT last_insert_rowid()')[0].values[0][0]
  }
}

class Database {
  constructor(filename, _mode, opened) {
    this.filename = filename
    this.image = imageOf(filename)
    this.image.then(
      () => opened?.call(this, null),
      (error) => opened?.call(this, error),
    )
  }

  serialize(work) {
    work()
  }

  run(sql, ...rest) {
    return this.all(sql, ...rest)
  }

  all(sql, ...rest) {
    const done = typeof rest.at(-1) === 'function' ? rest.pop() : () => {}
    this.image.then((image) => {
      let rows
      let statement
      try {
        refresh(image)
        rows = rowsOf(image.db, sql, rest[0])
        statement = new Statement(image.db)
        followTransaction(image, sql)
        save(image)
      } catch (error) {
        return done.call({}, worded(error))
      }
      done.call(statement, null, rows)
    })
    return this
  }

  close(done) {
    this.image.then(() => {
      release(this.filename)
      done?.call(this, null)
    })
  }
}

module.exports = {
  Database,
  OPEN_READONLY: 1,
  OPEN_READWRITE: 2,
  OPEN_CREATE: 4,
  verbose: () => module.exports,
}
