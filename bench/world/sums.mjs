/** The table of sums, and what is other than in the run before. */

export function sum(rows) {
  const total = {}
  const undecided = {}
  for (const row of rows) {
    for (const [what, count] of Object.entries(row.counts)) total[what] = (total[what] ?? 0) + count
    for (const [why, count] of Object.entries(row.undecided)) undecided[why] = (undecided[why] ?? 0) + count
  }
  return { total, undecided }
}

export function table({ total, undecided }) {
  const row = (what, count) => `| ${what} | ${count} |`
  const share = (part, whole) =>
    whole ? `${part ?? 0} of ${whole} (${((100 * (part ?? 0)) / whole).toFixed(1)} %)` : '-'
  const eye = (name) => [
    row(`${name}: exact`, share(total[`${name}.exact`], total[`${name}.effective`])),
    ...['undecided', 'wrong', 'missed', 'false', 'unseen', 'unjudged'].map((what) =>
      row(`${name}: ${what}`, total[`${name}.${what}`] ?? 0),
    ),
  ]
  const plain = [
    'packages',
    'models',
    'paranoid',
    'drifts',
    'crashes',
    'textDiffers',
    'unheard',
    'unrecorded',
  ]
  const reasons = Object.entries(undecided).sort(([, one], [, other]) => other - one)
  return [
    '| what | count |',
    '|---|---|',
    ...plain.map((what) => row(what, total[what] ?? 0)),
    ...eye('static'),
    ...eye('--env'),
    ...eye('runtime'),
    row('status: right', share(total['status.right'], total['status.judged'])),
    ...reasons.map(([why, count]) => row(`undecided: ${why}`, count)),
  ].join('\n')
}

/** One line for each line of a package that came or went. */
export function sinceLast(before, now) {
  return Object.entries(now).flatMap(([name, { lines }]) => {
    const last = before[name]?.lines
    if (!last) return []
    const gone = last.filter((line) => !lines.includes(line))
    const come = lines.filter((line) => !last.includes(line))
    return [...gone.map((line) => `- ${name}: ${line}`), ...come.map((line) => `+ ${name}: ${line}`)]
  })
}
