/** DOOR. Parses and interprets JavaScript and TypeScript; knows nothing of Sequelize. */

export { sayIfSpent } from './bounds'
export { copy, merge } from './builtins/objects'

export { type Comment, commentsIn } from './comments'
export { keysOf } from './items'
export { createMachine, refill } from './machine'
export * from './making'
export { findSyntaxFaults } from './modules'
export { type Filling, fillLiterals, literalText } from './print'
export type { Reader } from './reader'
export * from './runtime'
export { siteOf } from './scope'
export { snapshot } from './snapshot'
export {
  asFault,
  holdsOne,
  type Node,
  originOf,
  parseSource,
  parseValue,
  ReadingFault,
  type Source,
  SyntaxFault,
  unknownAt,
  walk,
} from './source'
