'use strict';

var Sequelize = require('sequelize');

var info = { revision: 1, name: 'noname', created: '2020-01-01T00:00:00.000Z' };

var migrationCommands = function(transaction) {
  return [
    { fn: 'createTable', params: ['users', { id: { type: Sequelize.INTEGER, field: 'id', primaryKey: true } }, { transaction }] },
    { fn: 'addColumn', params: ['users', 'deletedAt', { type: Sequelize.DATE, field: 'deletedAt' }, { transaction }] },
  ];
};
var rollbackCommands = function() { return []; };

module.exports = {
  pos: 0,
  useTransaction: true,
  execute: function(queryInterface, Sequelize, _commands) {
    var index = this.pos;
    function run(transaction) {
      const commands = _commands(transaction);
      return new Promise(function(resolve, reject) {
        function next() {
          if (index < commands.length) {
            let command = commands[index];
            console.log('[#' + index + '] execute: ' + command.fn);
            index++;
            queryInterface[command.fn].apply(queryInterface, command.params).then(next, reject);
          } else resolve();
        }
        next();
      });
    }
    if (this.useTransaction) return queryInterface.sequelize.transaction(run);
    return run(null);
  },
  up: function(queryInterface, Sequelize) {
    return this.execute(queryInterface, Sequelize, migrationCommands);
  },
  down: function(queryInterface, Sequelize) {
    return this.execute(queryInterface, Sequelize, rollbackCommands);
  },
  info: info
};
