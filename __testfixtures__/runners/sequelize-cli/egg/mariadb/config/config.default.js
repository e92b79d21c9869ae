'use strict';

module.exports = appInfo => {
  const config = {};
  config.keys = appInfo.name + '_1';
  config.sequelize = { dialect: 'mysql', connectionUri: process.env.DATABASE_URL };
  return config;
};
