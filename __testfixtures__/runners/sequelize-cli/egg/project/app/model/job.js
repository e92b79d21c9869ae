'use strict';

module.exports = app => {
  const { STRING, INTEGER } = app.Sequelize;

  const Job = app.model.define('job', {
    id: { type: INTEGER, primaryKey: true, autoIncrement: true },
    title: STRING,
  }, { paranoid: true });

  return Job;
};
