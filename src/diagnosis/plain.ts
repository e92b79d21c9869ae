/** Turns a log into plain lines as a terminal shows them: removes colours, unfolds JSON, undoes escapes. */

export interface Line {
  text: string
  /** Lines with the same number come from the same JSON document. */
  document?: number
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
const COLOURS = /\u001b(?:\[[0-9;?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\))/g

/** util.inspect breaks a text with line breaks in this way. */
const BROKEN = /\\n['"`] \+\s*\n\s*['"`]/g

const LINE_END = /\r\n|[\n\r]/

export function plainLines(text: string): Line[] {
  const plain = text
    .replace(/^\ufeff/, '')
    .replace(COLOURS, '')
    .replace(BROKEN, ' ')
  return plain.split(LINE_END).flatMap((line, index) => unfolded(line, index))
}

function unfolded(line: string, index: number): Line[] {
  const document = documentIn(line)
  if (document === undefined)
    return unescaped(line)
      .split(LINE_END)
      .map((text) => ({ text }))
  const { log } = document
  // A log collector wraps the original line in `log`.
  if (typeof log === 'string') return unfolded(log.replace(/\r?\n$/, ''), index)
  return textsIn(document, '').flatMap((text) =>
    text.split(LINE_END).map((one) => ({ text: one.replace(COLOURS, ''), document: index })),
  )
}

/** The JSON object of a log line, or at its end. */
function documentIn(line: string): Record<string, unknown> | undefined {
  const start = line.indexOf('{')
  if (start < 0 || !line.trimEnd().endsWith('}')) return undefined
  try {
    return JSON.parse(line.slice(start))
  } catch {
    return undefined
  }
}

/** The maximum depth; errors lie near the top of a document. */
const DEPTH = 100

/** `key: text` for every text in the value. */
function textsIn(value: unknown, key: string, depth = DEPTH): string[] {
  if (typeof value === 'string') {
    const inner = documentIn(value)
    if (inner !== undefined) return textsIn(inner, '', depth - 1)
    return [key ? `${key}: ${value}` : value]
  }
  if (typeof value !== 'object' || value === null || depth === 0) return []
  return Object.entries(value).flatMap(([name, one]) => textsIn(one, name, depth - 1))
}

const ESCAPES: Record<string, string> = { n: '\n', r: '', t: '\t' }

/** Unescapes a piece of JSON or a nested text; Windows paths have no escaped quotes and stay unchanged. */
const unescaped = (line: string): string =>
  /\\"|\\n\s*at /.test(line)
    ? line.replace(/\\(["'`/\\nrt])/g, (_, sign: string) => ESCAPES[sign] ?? sign)
    : line
