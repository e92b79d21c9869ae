/** "Did you mean": the nearest of some names. */

/** undefined when none is near enough to be meant. */
export function nearest(word: string, names: string[]): string | undefined {
  const far = Math.max(1, Math.floor(word.length / 3))
  const near = names.map((name) => ({ name, steps: steps(word.toLowerCase(), name.toLowerCase()) }))
  const [best] = near.filter(({ steps }) => steps <= far).sort((one, other) => one.steps - other.steps)
  return best?.name
}

const at = (row: number[], place: number): number => row[place] ?? Number.POSITIVE_INFINITY

/** Letters to add, drop, change or swap with their neighbours (Damerau and Levenshtein). */
function steps(one: string, other: string): number {
  let before: number[] = []
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let i = 0; i < one.length; i++) {
    const next = [i + 1]
    for (let j = 0; j < other.length; j++) {
      const changed = at(row, j) + (one[i] === other[j] ? 0 : 1)
      const isSwapped = i > 0 && j > 0 && one[i] === other[j - 1] && one[i - 1] === other[j]
      next.push(
        Math.min(
          at(next, j) + 1,
          at(row, j + 1) + 1,
          changed,
          isSwapped ? at(before, j - 1) + 1 : Number.POSITIVE_INFINITY,
        ),
      )
    }
    before = row
    row = next
  }
  return at(row, other.length)
}
