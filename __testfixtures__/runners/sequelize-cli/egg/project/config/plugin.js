exports.sequelize = { enable: true, package: 'egg-sequelize' };
