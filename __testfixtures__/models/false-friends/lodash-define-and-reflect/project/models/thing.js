const _ = require('lodash')

_.define && _.define('Thing', { a: 1 }, { paranoid: true })
Object.defineProperty(exports, 'paranoid', { value: true })
