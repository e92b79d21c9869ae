/** Where words stand in a text: a tree is made, and walked, only where one of them can be met. */

import { holdsOne } from '../../ast'
import type { Node } from './source'

/** `\u0064eletedAt`: what is written so says more than its letters tell. */
export const hidesWords = (text: string): boolean => text.includes('\\')

/** The decorators of a parameter stand before it, outside of its place. */
const LOOSE = /Pattern$|^(Identifier|RestElement|TSParameterProperty)$/

/**
 * Whether a node, or anything below it, can hold the word; undefined where it stands nowhere in the text.
 * @param word with the flag g
 */
export function holding(word: RegExp, text: string): ((node: Node) => boolean) | undefined {
  if (hidesWords(text)) return () => true
  const places = Array.from(text.matchAll(word), ({ index }) => index)
  if (places.length === 0) return undefined
  return (node) => holdsOne(node, places) || LOOSE.test(node.type)
}

/** A text as a pattern. */
export const literally = (text: string): string => text.replace(/[^\w]/g, '\\$&')
