/** Removes items from a list, with their commas, their lines and the comments that belong to them. */

import { beforeOnLine, commaIn, isBlank, lineEnd, lineStart, nextLine, quietAfter } from './lines'
import type { List } from './list'
import { type Node, type Replace, replace } from './source'

/** Leaves all other bytes unchanged. */
export function remove(list: List, doomed: Node[]): Replace[] {
  const { source, items, open, close } = list
  if (doomed.length === 0) return []
  if (doomed.length === items.length && !/\/[/*]/.test(gaps(list))) {
    return [replace(source, open, close, '')]
  }
  return runsOf(items, doomed).flatMap((run) => removeRun(list, run))
}

interface Run {
  /** Indexes, both included. */
  first: number
  last: number
}

function runsOf(items: Node[], doomed: Node[]): Run[] {
  const runs: Run[] = []
  items.forEach((item, index) => {
    if (!doomed.includes(item)) return
    const run = runs.at(-1)
    if (run && run.last === index - 1) run.last = index
    else runs.push({ first: index, last: index })
  })
  return runs
}

/** The text between the items. */
function gaps({ source, items, open, close }: List): string {
  const starts = [open, ...items.map((item) => item.end)]
  const ends = [...items.map((item) => item.start), close]
  return starts.map((start, index) => source.text.slice(start, ends[index])).join('')
}

function removeRun(list: List, { first, last }: Run): Replace[] {
  const { source, items, close } = list
  const { text } = source
  const [before, after] = [items[first - 1], items[last + 1]]
  const [start, end] = [items[first]?.start ?? close, items[last]?.end ?? close]
  const comma = commaIn(text, end, after?.start ?? close)
  const stop = comma === undefined ? end : comma + 1
  const lead = beforeOnLine(text, start)
  const separator = before && commaIn(text, before.end, start)
  if (isBlank(lead) && quietAfter(text, stop)) {
    const lonely = !after && comma === undefined && separator !== undefined
    return [...(lonely ? [replace(source, separator, separator + 1, '')] : []), wholeLines(list, start, stop)]
  }
  if (/^\s*,\s*$/.test(lead) && quietAfter(text, end)) {
    return [replace(source, lineStart(text, start) - breakBefore(text, start), lineEnd(text, end), '')]
  }
  if (!after) return [replace(source, separator ?? start, end, '')]
  if (/^[^\S\r\n]*$/.test(text.slice(stop, after.start))) return [replace(source, start, after.start, '')]
  return [replace(source, start - (/[^\S\r\n]*$/.exec(lead)?.[0].length ?? 0), stop, '')]
}

const breakBefore = (text: string, at: number): number =>
  text.startsWith('\r\n', lineStart(text, at) - 2) ? 2 : lineStart(text, at) > 0 ? 1 : 0

/** Removes whole lines without leaving two blank lines in place of one. */
function wholeLines({ source, close }: List, start: number, stop: number): Replace {
  const { text } = source
  let from = withComment(text, lineStart(text, start))
  let to = nextLine(text, stop)
  const above = from > 0 && isBlank(lineOf(text, from - breakBefore(text, from)))
  if (above && to < text.length && isBlank(lineOf(text, to))) to = nextLine(text, to)
  else if (above && to === lineStart(text, close)) from = lineStart(text, from - breakBefore(text, from))
  return replace(source, from, to, '')
}

const lineOf = (text: string, at: number): string => text.slice(lineStart(text, at), lineEnd(text, at))

/** Removes a comment right above if it mentions deletion; other comments may belong to the neighbours. */
function withComment(text: string, from: number): number {
  const top = commentTop(text, from)
  return /delet|paranoid|soft/i.test(text.slice(top, from)) ? top : from
}

/** The start of the comment that ends right above this line, on lines of its own. */
function commentTop(text: string, from: number): number {
  const above = (at: number) =>
    text.slice(at - breakBefore(text, at) && lineStart(text, at - breakBefore(text, at)), at)
  let top = from
  while (top > 0 && /^\s*\/\//.test(above(top))) top -= above(top).length
  if (top < from || !/\*\/\s*$/.test(above(top))) return top
  const opening = text.lastIndexOf('/*', from)
  return isBlank(beforeOnLine(text, opening)) ? lineStart(text, opening) : from
}
