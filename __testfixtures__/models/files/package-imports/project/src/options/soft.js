export const soft = { paranoid: true }
