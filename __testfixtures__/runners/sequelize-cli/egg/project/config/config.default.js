'use strict';

module.exports = appInfo => {
  const config = {};
  config.keys = appInfo.name + '_1';
  config.sequelize = { dialect: 'postgres', connectionUri: process.env.DATABASE_URL };
  return config;
};
