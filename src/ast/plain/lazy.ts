/** Skips function blocks and pure object literals, and parses each of them on demand. */

import { isOverflow } from '../faults'
import type { Node } from '../source'
import { behindBraces } from './pairs'
import { isPure } from './pure'
import { is, moveTo, next } from './scanner'
import { type Block, Kind, NOT_PLAIN, type NodeOf, type Tokens } from './tokens'

/** Shorter objects are parsed as fast as they are skipped. */
const WORTH = 60

/** The texts that are still unparsed, each as a block. */
export function passedOver({ text, blocks, objects }: Tokens): string[] {
  const inObjects = Array.from(objects, ([start, end]) => `{ (${text.slice(start, end)}) }`)
  return [...Array.from(blocks, ([start, end]) => text.slice(start, end)), ...inObjects]
}

/** Runs a parser; undefined if the text is not plain. */
export function unlessOdd<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch (error) {
    if (error === NOT_PLAIN || isOverflow(error)) return undefined
    throw error
  }
}

/** Skips the block of a function and returns a node that parses it on demand. */
export function passedBlock(t: Tokens, isAsync: boolean): NodeOf<'BlockStatement'> {
  const { start } = t
  if (!is(t, '{')) throw NOT_PLAIN
  const end = behindBraces(t)
  moveTo(t, end)
  t.blocks.set(start, end)
  let block: Block | undefined
  const read = () => (block ??= readBlock(t, start, end, isAsync))
  return {
    type: 'BlockStatement',
    start,
    end,
    get body() {
      return read().body
    },
    get directives() {
      return read().directives
    },
  }
}

/** Skips an object literal, which `read` parses on demand; undefined if it should be parsed at once. */
export function passedObject(
  t: Tokens,
  read: (t: Tokens) => NodeOf<'ObjectExpression'>,
): NodeOf<'ObjectExpression'> | undefined {
  const { start } = t
  const end = behindBraces(t)
  if (end - start < WORTH || !isPure(t.text.slice(start, end))) return undefined
  moveTo(t, end)
  t.objects.set(start, end)
  let properties: Node[] | undefined
  return {
    type: 'ObjectExpression',
    start,
    end,
    isLazy: true,
    get properties() {
      return (properties ??= readObject(t, start, end, read))
    },
  }
}

const unparsed = (start: number, end: number): NodeOf<'Unparsed'> => ({ type: 'Unparsed', start, end })

function readObject(t: Tokens, start: number, end: number, read: (t: Tokens) => Node): Node[] {
  const plain = unlessOdd(() => {
    moveTo(t, start)
    const { properties } = read(t)
    if (t.before !== end) throw NOT_PLAIN
    return properties
  })
  const properties = plain ?? t.readByBabel(start)?.properties
  t.objects.delete(start)
  return properties ?? [unparsed(start, end)]
}

function readBlock(t: Tokens, start: number, end: number, isAsync: boolean): Block {
  const plain = unlessOdd(() => {
    t.waits = isAsync
    moveTo(t, start)
    next(t)
    const inner = t.grammar.wholeBlock(t, Kind.Mark)
    if (!is(t, '}') || t.end !== end) throw NOT_PLAIN
    return inner
  })
  const block = plain ?? t.readByBabel(start)
  t.blocks.delete(start)
  if (block) return { directives: block.directives, body: block.body }
  const argument = unparsed(start, end)
  return { directives: [], body: [{ type: 'ReturnStatement', start, end, argument }] }
}
