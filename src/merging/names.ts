/** Names reports by their files: without the ending, and without what all of them have in common. */

/** @param files relative, with forward slashes. `shop/drift.json` and `blog/drift.json` give `shop` and `blog`. */
export function shortNames(files: string[]): string[] {
  const parts = files.map((file) => file.replace(/\.json$/i, '').split('/'))
  const [first = []] = parts
  if (files.length < 2) return parts.map((one) => one.at(-1) ?? '')
  let start = 0
  while (parts.every((one) => start < one.length - 1 && one[start] === first[start])) start++
  let end = 0
  while (parts.every((one) => end < one.length - start - 1 && one.at(-1 - end) === first.at(-1 - end))) end++
  return parts.map((one) => one.slice(start, one.length - end).join('/'))
}
