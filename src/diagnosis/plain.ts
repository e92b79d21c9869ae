/** A text as somebody would have seen it at a terminal: lines without colours, JSON unfolded, escapes undone. */

export interface Line {
  text: string
  /** Lines with one number come from one JSON document. */
  document?: number
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
const COLOURS = /\u001b(?:\[[0-9;?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\))/g

/** How util.inspect breaks a text that holds line ends. */
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
  // What a collector wraps a line in is that line.
  if (typeof log === 'string') return unfolded(log.replace(/\r?\n$/, ''), index)
  return textsIn(document, '').flatMap((text) =>
    text.split(LINE_END).map((one) => ({ text: one.replace(COLOURS, ''), document: index })),
  )
}

/** The object that a log line is, or ends with. */
function documentIn(line: string): Record<string, unknown> | undefined {
  const start = line.indexOf('{')
  if (start < 0 || !line.trimEnd().endsWith('}')) return undefined
  try {
    return JSON.parse(line.slice(start))
  } catch {
    return undefined
  }
}

/** Errors lie near the top of a document. */
const DEPTH = 100

/** `key: text` of every text in it. */
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

/** A piece of JSON, or a text inside another; a path of Windows has no escaped quotes. */
const unescaped = (line: string): string =>
  /\\"|\\n\s*at /.test(line)
    ? line.replace(/\\(["'`/\\nrt])/g, (_, sign: string) => ESCAPES[sign] ?? sign)
    : line
