export const softDelete = { paranoid: true, timestamps: true }
