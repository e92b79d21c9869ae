export { SOFT_DELETE as SOFT } from './soft.js'
