module.exports = {
  timestamps: (DataTypes) => ({
    createdAt: { type: DataTypes.DATE, allowNull: false },
    updatedAt: { type: DataTypes.DATE, allowNull: false },
  }),
  softDelete: ({ DATE }) => ({ deletedAt: { type: DATE, allowNull: true } }),
}
