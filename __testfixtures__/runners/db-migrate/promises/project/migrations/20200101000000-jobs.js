'use strict';

var dbm;
var type;
var seed;

exports.setup = function (options, seedLink) {
  dbm = options.dbmigrate;
  type = dbm.dataType;
  seed = seedLink;
};

exports.up = function (db) {
  return db.createTable('jobs', {
    id: { type: 'int', primaryKey: true, autoIncrement: true },
    title: 'string',
    createdAt: 'timestamp',
    updatedAt: 'timestamp',
  });
};

exports.down = function (db) {
  return db.dropTable('jobs');
};

exports._meta = { version: 1 };
