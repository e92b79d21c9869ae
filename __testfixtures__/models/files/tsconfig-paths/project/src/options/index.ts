export const soft = { paranoid: true as const }
