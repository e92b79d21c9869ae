export const tableOptions = { paranoid: true, timestamps: true }
