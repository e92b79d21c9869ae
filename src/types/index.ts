/** Every noun of the house and the contracts of its wings. Imports nothing of ours. */

export * from './advice'
export * from './commands'
export * from './database'
export * from './diagnoses'
export * from './findings'
export * from './hazards'
export * from './models'
export * from './repairs'
export * from './schema'
export * from './settings'
export * from './setup'
export * from './values'
