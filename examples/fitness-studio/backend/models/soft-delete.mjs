/** The options of every model that keeps what was deleted. */
export const softDelete = { timestamps: true, paranoid: true }
