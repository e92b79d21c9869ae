/** The record that all of the parser reads from: a text, the token that stands here, and what was passed over. */

import type { Node } from '../source'

/** Thrown, without a stack, where a text is not plain: Babel reads it. */
export const NOT_PLAIN = Symbol('not plain')

export enum Kind {
  End,
  Word,
  Text,
  Number,
  Mark,
}

export type NodeOf<Type extends string> = Node & { type: Type }

export interface Block {
  directives: NodeOf<'Directive'>[]
  body: Node[]
}

/** Expressions and statements hold each other, and files must not: they get each other from here. */
export interface Grammar {
  expression(t: Tokens): Node
  assignment(t: Tokens): Node
  /** What may stand behind `extends`: an operand with members and calls. */
  operand(t: Tokens): Node
  /** Up to the end of the file, or to the brace that closes the block of a function. */
  wholeBlock(t: Tokens, until: Kind.End | Kind.Mark): Block
}

export interface Tokens {
  readonly text: string
  readonly grammar: Grammar
  /** Reads, by Babel, the block or the object that begins there; undefined: the file does not parse. */
  readonly readByBabel: (start: number) => Node | undefined
  /** Blocks of functions that are passed over and that nobody has asked for: where each begins, and ends. */
  readonly blocks: Map<number, number>
  /** Objects likewise. */
  readonly objects: Map<number, number>
  /** Where the token stands. */
  start: number
  end: number
  /** Where the token before it ends. */
  before: number
  kind: Kind
  /** The token as it is written; of a text its value. */
  value: string
  /** Whether `await` waits here. */
  waits: boolean
}
