/** What must hold of what commands say and write about generated projects. Each fault is a sentence. */

const { parse } = require('@babel/parser')
const { diffLines, diffWordsWithSpace } = require('diff')

/** What a terminal, an editor or a reader of another format would take for more than a letter. */
const SPOKEN = /(?![\t\n])\p{Cc}|\p{Bidi_Control}|[\u2028\u2029]/u

const inUtf8 = (latin1) => Buffer.from(latin1, 'latin1').toString('utf8')

function faultsOfText(format, { out, err }) {
  const found = SPOKEN.exec(`${out}${err}`)
  return found ? [`${format} holds the character ${JSON.stringify(found[0])}`] : []
}

/** @returns the document; without it where it has said why it is none */
function documentIn(told, faults) {
  if (!told?.out) return undefined
  try {
    return JSON.parse(told.out)
  } catch {
    faults.push('the JSON cannot be parsed')
    return undefined
  }
}

const sorted = (list) => [...list].sort().join('\n')

/** What a report names without --strict, and does not count. */
const isListed = (rule) => rule === 'undecided' || rule === 'unproven'

/** Text and JSON end alike and tell of the same. `compact` is the text, with --quiet; `json` the same as a document. */
function faultsOfPair(compact, json, document, isStrict) {
  if (!compact || !json) return []
  const faults = []
  if (compact.code !== json.code) faults.push(`text ends with ${compact.code}, JSON with ${json.code}`)
  if (!document) return faults
  const asText = compact.out.split('\n').flatMap((line) => {
    const [, place, severity, rule] = /^(.+?:\d+:\d+): (error|warning|note) (\S+) /.exec(line) ?? []
    return place && (isStrict || !isListed(rule)) ? [`${place} ${severity} ${rule}`] : []
  })
  const asJson = document.findings.map(
    ({ file, line, column, severity, rule }) =>
      `${file}:${line}:${column} ${severity === 'info' ? 'note' : severity} ${rule}`,
  )
  if (sorted(asText) !== sorted(asJson))
    faults.push(`text tells of\n${sorted(asText)}\nand JSON of\n${sorted(asJson)}`)
  return faults
}

/** Sequelize drops the quotes of a name, and PostgreSQL cuts it at 63 bytes, between letters. */
const asSent = (name = '') =>
  Buffer.from(name.replaceAll('"', ''))
    .subarray(0, 63)
    .toString()
    .replace(/\uFFFD+$/, '')

/** The first text of `const [tableName, …] = ['…', …]`. */
function migrationTable(text) {
  try {
    const declared = parse(text).program.body.flatMap(({ declarations = [] }) => declarations)
    return declared.find(({ init }) => init?.type === 'ArrayExpression')?.init.elements[0].value
  } catch {
    return undefined
  }
}

/** A repair A writes migrations and nothing else; the names of the models are literals in them, and nothing more. */
function faultsOfMigrations(now, start, document) {
  const faults = Object.keys(start)
    .filter((name) => now[name] !== start[name])
    .map((name) => `${name} was changed by a repair A`)
  const tables = new Set((document?.models ?? []).map(({ table }) => asSent(table?.name)))
  for (const [name, text] of Object.entries(now)) {
    if (start[name] !== undefined || !/^migrations\/.*\.cjs$/.test(name)) continue
    const literal = migrationTable(inUtf8(text))
    if (literal === undefined) faults.push(`${name} is no program`)
    else if (document && !tables.has(asSent(literal)))
      faults.push(`${name} is for ${JSON.stringify(literal)}, which no model asks for`)
  }
  return faults
}

/** What B and C put in place of what they take out. */
const PUT_IN = /^[\w\s,:'"{}.()\\-]{0,120}$/

const parses = (text) => {
  const plugins = ['decorators-legacy', 'typescript']
  return [plugins, [...plugins, 'jsx'], ['jsx', 'flow']].some((one) => {
    try {
      return parse(text, { sourceType: 'unambiguous', plugins: one, allowReturnOutsideFunction: true })
    } catch {
      return false
    }
  })
}

/** A repair B or C changes options of models, and no other byte. */
function faultsOfEdits(now, start) {
  const faults = []
  for (const name of Object.keys(start)) {
    if (now[name] === start[name] || name.endsWith('/')) continue
    if (now[name] === undefined) faults.push(`${name} is gone`)
    else if (!name.startsWith('models/')) faults.push(`${name} was changed by a repair of models`)
    else faults.push(...faultsOfEdit(name, inUtf8(start[name]), inUtf8(now[name])))
  }
  return faults
}

function faultsOfEdit(name, was, is) {
  const faults = []
  const changes = diffLines(was, is)
  changes.forEach((change, index) => {
    if (!change.added && !change.removed) return
    if (change.added && changes[index - 1]?.removed) return
    const next = change.removed && changes[index + 1]?.added ? changes[index + 1].value : ''
    const [out, put] = change.removed ? [change.value, next] : ['', change.value]
    const [before, after] = [out.split('\n'), put.split('\n')]
    if (before.length !== after.length) return
    before.forEach((line, at) => {
      for (const { added, value } of diffWordsWithSpace(line, after[at]))
        if (added && !PUT_IN.test(value)) faults.push(`${name}: it puts in ${JSON.stringify(value)}`)
    })
  })
  if (parses(was) && !parses(is)) faults.push(`${name} does not parse any more`)
  return faults
}

module.exports = { documentIn, faultsOfEdits, faultsOfMigrations, faultsOfPair, faultsOfText }
