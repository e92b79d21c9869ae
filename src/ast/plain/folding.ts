/** What is passed over, and read when somebody asks for it: blocks of functions, and literals that only tell values. */

import { isOverflow, type Node } from '../source'
import { Classes } from './classes'
import { isPure } from './pure'
import { Kind, NOT_PLAIN } from './scanner'

/** Reads a block or an object that is not plain: the same text, from the brace that opens it; undefined: it does not parse. */
export type ReadBlock = (start: number) => Node | undefined

const unparsed = (start: number, end: number): Node => ({ type: 'Unparsed', start, end })

export interface Block {
  directives: Node[]
  body: Node[]
}

/** Shorter ones are read as fast as they are passed over. */
const WORTH = 60

export abstract class Folding extends Classes {
  /** Blocks that are passed over: where each begins, and ends. */
  private readonly folded = new Map<number, number>()
  /** Objects likewise. */
  private readonly late = new Map<number, number>()

  constructor(
    text: string,
    readonly isTyped: boolean,
    private readonly readBlock: ReadBlock,
  ) {
    super(text)
  }

  /** Statements up to the end of the file, or to the brace that closes a block. */
  protected abstract statements(until: Kind): Block

  /** What nobody has asked for yet, as blocks. */
  passedOver(): string[] {
    const blocks = Array.from(this.folded, ([start, end]) => this.text.slice(start, end))
    const objects = Array.from(this.late, ([start, end]) => `{ (${this.text.slice(start, end)}) }`)
    return [...blocks, ...objects]
  }

  protected body(isAsync: boolean): Node {
    const { start } = this
    if (!this.is('{')) throw NOT_PLAIN
    this.skipBlock()
    const end = this.before
    this.folded.set(start, end)
    const read = () => this.unfolded(start, end, isAsync)
    let inner: Block | undefined
    return {
      type: 'BlockStatement',
      start,
      end,
      get body() {
        return (inner ??= read()).body
      },
      get directives() {
        return (inner ??= read()).directives
      },
    } as unknown as Node
  }

  protected lateObject(): Node | undefined {
    const { start } = this
    const end = this.endOfBlock()
    if (end - start < WORTH || !isPure(this.text.slice(start, end))) return undefined
    this.from(end)
    this.late.set(start, end)
    let properties: Node[] | undefined
    const read = () => this.unfoldedObject(start, end)
    return {
      type: 'ObjectExpression',
      start,
      end,
      isLate: true,
      get properties() {
        properties ??= read()
        return properties
      },
    } as unknown as Node
  }

  private unfoldedObject(start: number, end: number): Node[] {
    const properties = this.attempt(() => this.objectAt(start, end)) ?? this.readBlock(start)?.properties
    this.late.delete(start)
    return properties ?? [unparsed(start, end)]
  }

  private objectAt(start: number, end: number): Node[] {
    this.from(start)
    const { properties } = this.objectHere()
    if (this.before !== end) throw NOT_PLAIN
    return properties
  }

  private unfolded(start: number, end: number, isAsync: boolean): Block {
    this.waits = isAsync
    const block = this.attempt(() => this.blockAt(start, end)) ?? this.readBlock(start)
    this.folded.delete(start)
    if (block) return { directives: block.directives, body: block.body }
    const argument = unparsed(start, end)
    return { directives: [], body: [{ type: 'ReturnStatement', start, end, argument }] }
  }

  private blockAt(start: number, end: number): Block {
    this.from(start)
    this.next()
    const inner = this.statements(Kind.Mark)
    if (!this.is('}') || this.end !== end) throw NOT_PLAIN
    return inner
  }

  /** undefined: it is not plain. */
  private attempt<T>(read: () => T): T | undefined {
    try {
      return read()
    } catch (error) {
      if (error === NOT_PLAIN || isOverflow(error)) return undefined
      throw error
    }
  }
}
