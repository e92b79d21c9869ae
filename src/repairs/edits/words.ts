/** Finds words in a text, so that a file is parsed and walked only if it contains one of them. */

import { holdsOne } from '../../ast'
import type { Node } from './source'

/** `\u0064eletedAt`: text with escapes may contain a word that a search does not find. */
export const hidesWords = (text: string): boolean => text.includes('\\')

/** Decorators of a parameter stand before it, outside its span. */
const LOOSE = /Pattern$|^(Identifier|RestElement|TSParameterProperty)$/

/**
 * Tells whether a node or its descendants may contain the word; undefined if the text does not contain it.
 * @param word with the flag g
 */
export function holding(word: RegExp, text: string): ((node: Node) => boolean) | undefined {
  if (hidesWords(text)) return () => true
  const places = Array.from(text.matchAll(word), ({ index }) => index)
  if (places.length === 0) return undefined
  return (node) => holdsOne(node, places) || LOOSE.test(node.type)
}

/** Escapes a text for use in a pattern. */
export const literally = (text: string): string => text.replace(/[^\w]/g, '\\$&')
