'use strict';

module.exports = (sequelize, DataTypes) => {
	// paranoid: true is said below
	const Session = sequelize.define('Session', {
		token: { type: DataTypes.STRING, allowNull: false },
	}, {
		tableName: 'sessions',
		paranoid: true, // soft delete
	});
	return Session;
};
