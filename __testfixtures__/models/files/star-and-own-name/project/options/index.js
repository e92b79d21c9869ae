export * from './first.js'
export * from './second.js'
export const soft = { paranoid: true, deletedAt: 'own' }
