module.exports = (DataTypes) => ({ deletedAt: DataTypes.DATE })
