/** What one package's evidence agrees on, in counts, and one line for each disagreement. */

/** @returns {{ counts: Record<string, number>, undecided: Record<string, number>, lines: string[] }} */
export function differences({ text, json, settled, runtime, replay, recorded }) {
  const lines = []
  const counts = { packages: 1 }
  const undecided = {}
  const add = (what, by = 1) => (counts[what] = (counts[what] ?? 0) + by)
  const { report } = json
  if (!report) {
    const why = json.late ? 'out of time' : `exit ${json.status}: ${lastLine(json.stderr)}`
    return { counts: { ...counts, crashes: 1 }, undecided, lines: [`CRASH ${why}`] }
  }
  add('models', report.models.length)
  add('paranoid', report.summary.paranoid)
  add(
    'drifts',
    report.models.filter(({ status }) => ['missing-column', 'misnamed-column'].includes(status)).length,
  )
  for (const line of textAgainstJson(text, json)) lines.push(`TEXT ${line}`), add('textDiffers')
  for (const one of report.models.filter(({ status }) => status === 'undecided')) {
    add('undecidedAll')
    const reason = kindOf(one.reason)
    undecided[reason] = (undecided[reason] ?? 0) + 1
    lines.push(`UNDECIDED ${one.file} ${one.name}: ${one.reason}`)
  }
  for (const { file, reason } of report.summary.unheard ?? [])
    lines.push(`UNHEARD ${file}: ${reason}`), add('unheard')
  if (json.seconds > 5) lines.push(`SLOW ${json.seconds} s`)
  if (recorded.models) against(report, recorded, 'static', { add, lines })
  else lines.push(`RECORDER ${recorded.error}`), add('unrecorded')
  if (settled.report && recorded.models) against(settled.report, recorded, '--env', { add, lines: [] })
  if (runtime?.report && recorded.models) against(runtime.report, recorded, 'runtime', { add, lines })
  else if (runtime && !runtime.report)
    lines.push(`RUNTIME exit ${runtime.status}: ${lastLine(runtime.stderr)}`)
  if (replay?.report) againstReplay(report, replay.report, { add, lines })
  return { counts, undecided, lines }
}

const lastLine = (text = '') => text.trim().split('\n').at(-1).slice(0, 200)

/** A reason without what is special about one place, so that reasons can be counted. */
const kindOf = (reason = '') =>
  (reason ?? '')
    .replace(/`[^`]*`|"[^"]*"|'[^']*'/g, '…')
    .replace(/[\w./-]+\.[mc]?[jt]sx?(?::\d+)*/g, 'FILE')
    .replace(/\d+/g, 'N')
    .slice(0, 120)

function textAgainstJson(text, { status, report }) {
  const found = []
  if (text.status !== status) found.push(`exit ${text.status}, JSON ${status}`)
  const said = text.stdout + text.stderr
  for (const { model, rule } of report.findings)
    if (model && report.findings.length <= 20 && !said.includes(model))
      found.push(`does not name ${model} (${rule})`)
  return found
}

/** Every model that Sequelize made against what a report says of it. */
function against(report, { models, failed }, eye, { add, lines }) {
  const note = (kind, line) => (lines.push(`${kind.toUpperCase()} ${eye} ${line}`), add(`${eye}.${kind}`))
  const taken = new Set()
  for (const real of onceAPlace(models)) {
    if (real.unsure) {
      add(`${eye}.unjudged`)
      continue
    }
    const candidates = matches(report.models, real)
    const said = candidates.find((one) => agree(one, real)) ?? candidates[0]
    if (said) taken.add(said)
    const place = `${said?.file ?? real.frames[0]} ${real.name}`
    if (real.needsColumn) {
      add(`${eye}.effective`)
      if (!said) note('missed', `${place} -> ${columnText(real)}`)
      else if (isUnsure(said)) add(`${eye}.undecided`)
      else if (agree(said, real)) add(`${eye}.exact`)
      else note('wrong', `${place}: said ${said.needsColumn} ${columnText(said)}, is ${columnText(real)}`)
    } else {
      add(`${eye}.plain`)
      if (said?.needsColumn === true) note('false', `${place}: said ${columnText(said)}`)
    }
  }
  const unread = new Map(failed.map(({ file, error }) => [file, error]))
  for (const one of report.models) {
    if (!one.needsColumn || taken.has(one) || models.some((real) => real.name === one.name)) continue
    const error = unread.get(one.file)?.split('\n')[0]
    lines.push(
      `UNSEEN ${eye} ${one.file} ${one.name}${error ? ` (the recorder could not load it: ${error})` : ''}`,
    )
    add(`${eye}.unseen`)
  }
}

/** A file that defines its models each time it is called defines no more of them. */
function onceAPlace(models) {
  const keys = models.map(({ frames, ...told }) => JSON.stringify([frames[0], told]))
  return models.filter((_, at) => keys.indexOf(keys[at]) === at)
}

function matches(models, real) {
  const named = models.filter(({ name }) => name === real.name)
  const here = named.filter(({ file }) => real.frames.includes(file))
  const tabled = models.filter(({ table, file }) => table?.name === real.table && real.frames.includes(file))
  return here.length ? here : tabled.length ? tabled : named
}

const isUnsure = ({ needsColumn, table, column, status }) =>
  needsColumn === null || (needsColumn && (!table || !column)) || status === 'undecided'

const agree = (said, real) =>
  said.needsColumn === real.needsColumn &&
  (!real.needsColumn ||
    (said.table?.name === real.table &&
      (said.table.schema ?? null) === real.schema &&
      said.column === real.column))

const columnText = ({ table, schema, column }) =>
  typeof table === 'string'
    ? `${schema ?? ''}.${table}.${column}`
    : `${table?.schema ?? ''}.${table?.name}.${column}`

/** What the files tell of the tables against what a run of the migrations made. */
function againstReplay(report, replayed, { add, lines }) {
  for (const said of report.models.filter(({ needsColumn, table }) => needsColumn && table)) {
    const real = replayed.models.find(
      (one) => one.file === said.file && one.line === said.line && one.name === said.name,
    )
    if (!real || ['undecided', 'unproven'].includes(real.status)) {
      if (said.status === 'unproven' || !real) continue
      add('status.unreplayed')
      continue
    }
    add('status.judged')
    if (said.status === real.status) add('status.right')
    else
      lines.push(
        `STATUS ${said.file} ${said.name} ${columnText(said)}: said ${said.status}, replay says ${real.status}`,
      )
  }
}
