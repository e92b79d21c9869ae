module.exports = (sequelize, DataTypes) =>
	sequelize.define("Session", {
		token: DataTypes.STRING,
		deletedAt: {
			type: DataTypes.DATE,
			allowNull: true // none yet
		}
	}, { paranoid: true });
