/** DOOR. Parses and interprets JavaScript and TypeScript; knows nothing of Sequelize. */

export { sayIfSpent } from './bounds'
export { copy, merge } from './builtins/objects'
export { type Comment, commentsIn } from './comments'
export { asFault, ReadingFault, SyntaxFault, startOf } from './faults'
export { keysOf } from './items'
export { createMachine, refill } from './machine'
export * from './making'
export { findSyntaxFaults } from './modules'
export { type Filling, fillLiterals, literalText } from './print'
export type { Reader } from './reader'
export * from './runtime'
export { siteOf, startSite } from './scope'
export { snapshot } from './snapshot'
export {
  holdsOne,
  type Node,
  originOf,
  parseSource,
  parseValue,
  type Source,
  unknownAt,
  walk,
} from './source'
