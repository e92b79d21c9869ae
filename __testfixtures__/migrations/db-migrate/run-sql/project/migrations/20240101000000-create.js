exports.up = (db) =>
  db
    .runSql('CREATE TABLE users (id integer)')
    .then(() => db.runSql('ALTER TABLE users ADD COLUMN "deletedAt" timestamptz', []))
    .then(() => null)
exports.down = () => null
