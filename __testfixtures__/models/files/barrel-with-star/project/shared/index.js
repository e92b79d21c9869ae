export * from './database.js'
export * from './deep/index.js'
export * as options from './options.js'
