export const SOFT_DELETE = { paranoid: true }
