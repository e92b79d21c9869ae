/** What must hold of what commands say and write about generated projects. Each fault is a sentence. */

const { parse } = require('@babel/parser')
const { diffArrays } = require('diff')

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
  // With --quiet the text leaves them out; a report in a file is not quiet.
  if (/: warning unheard /.test(compact.out))
    for (const { file, line = 1 } of document.summary.unheard)
      asJson.push(`${file}:${line}:1 warning unheard`)
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

/** What B and C put in beside the names that the file holds. */
const PUT_IN = new Set([...'{}:,.', 'type', 'DataTypes', 'Sequelize', 'DATE', 'field', 'deletedAt', 'false'])

/** @returns the tokens and comments of a program, `undefined` where it is none */
function tokensOf(text) {
  const plugins = ['decorators-legacy', 'typescript']
  for (const one of [plugins, [...plugins, 'jsx'], ['jsx', 'flow']]) {
    const options = { sourceType: 'unambiguous', plugins: one, allowReturnOutsideFunction: true }
    try {
      return parse(text, { ...options, tokens: true }).tokens
    } catch {}
  }
  return undefined
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

/** A string may hold any name: that it is one token is what makes it no code. Else a name is a token or a string of before. */
function faultsOfEdit(name, was, is) {
  const before = tokensOf(was)
  if (!before) return []
  const after = tokensOf(is)
  if (!after) return [`${name} does not parse any more`]
  const textIn = (text) => (token) => text.slice(token.start, token.end)
  const added = diffArrays(before.map(textIn(was)), after.map(textIn(is)))
    .filter((change) => change.added)
    .flatMap(({ value }) => value)
  const strings = after.filter(({ type }) => type.label === 'string').map(textIn(is))
  const held = before.flatMap((token) => [textIn(was)(token), token.value])
  const allowed = new Set([...strings, ...held, ...PUT_IN])
  return added
    .filter((token) => !allowed.has(token))
    .map((token) => `${name}: it puts in ${JSON.stringify(token)}`)
}

module.exports = { documentIn, faultsOfEdits, faultsOfMigrations, faultsOfPair, faultsOfText }
