#!/usr/bin/env node
'use strict';
module.exports = function(sequelize, DataTypes) {
	return sequelize.define("Room", {
		"floor": DataTypes.INTEGER
	}, {
		"paranoid": true,
		'tableName': "rooms"
	});
};
