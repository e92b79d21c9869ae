/** Defines the state that the parser's functions share: the text, the current token, and the skipped parts. */

import type { Node } from '../source'

/** Thrown, without a stack, if a text is not plain; Babel parses it then. */
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

/** The mutually recursive parser functions, passed along so that their files need not import each other. */
export interface Grammar {
  expression(t: Tokens): Node
  assignment(t: Tokens): Node
  /** Parses the operand of `extends`, with members and calls. */
  operand(t: Tokens): Node
  /** Parses up to the end of the file, or up to the closing brace of a function block. */
  wholeBlock(t: Tokens, until: Kind.End | Kind.Mark): Block
}

export interface Tokens {
  readonly text: string
  readonly grammar: Grammar
  /** Parses with Babel the block or object that begins at `start`; undefined if the file does not parse. */
  readonly readByBabel: (start: number) => Node | undefined
  /** The skipped, still unparsed function blocks: start offset to end offset. */
  readonly blocks: Map<number, number>
  /** The skipped, still unparsed objects: start offset to end offset. */
  readonly objects: Map<number, number>
  /** The offset of the current token. */
  start: number
  end: number
  /** The end of the previous token. */
  before: number
  kind: Kind
  /** The current token as written; for a string, its value. */
  value: string
  /** Whether `await` is allowed here. */
  waits: boolean
}
