export * from './generated.js'
export const region = 'north'
