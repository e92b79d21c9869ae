/** Makes text safe to show: removes credentials and escapes characters that control a terminal. */

const MASK = '***'

/** `postgres://user:secret@host` */
const IN_URL = /([a-z][a-z0-9+.-]{0,30}:\/\/)[^\s'"`@/:]{0,500}:[^\s'"`]{0,2000}@/gi

/** `password: 'secret'`, `"token": "…"`, `API_KEY=…` */
const NAMED =
  /((?:pass(?:word|wd|phrase)?|pwd|secret|token|api_?key|private_?key)\w*["'`]?\s*[:=]\s*)(["'`])((?:\\.|(?!\2).)+)\2/gi

/** `new Sequelize('database', 'user', 'secret'`; the two before it may be expressions, and so may a part of the third */
const POSITIONAL =
  /(new\s+[\w.]*Sequelize\s*\((?:\s*(?:(["'`])(?:\\.|(?!\2).)*\2|[^,(){}]{0,200})\s*,){2}[^,(){}"'`]{0,200})(["'`])((?:\\.|(?!\3).)+)\3/g

export const withoutSecrets = (text: string): string =>
  text.replace(IN_URL, `$1${MASK}@`).replace(NAMED, `$1$2${MASK}$2`).replace(POSITIONAL, `$1$3${MASK}$3`)

/** Characters that control a terminal, change the text direction, or are lone surrogates; not line breaks and tabs. */
const CONTROLS =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
  /(?!\r\n)[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]|\p{Surrogate}/gu

/** Shows control characters as escapes: `\u001b`. In a JSON string the escape keeps its meaning. */
export const withoutControls = (text: string): string =>
  text.replace(CONTROLS, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)

export const safe = (text: string): string => withoutControls(withoutSecrets(text))

const BREAKS: Record<string, string> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }

/** Like `safe`, on one line. */
export const safeLine = (text: string): string =>
  safe(text.replace(/[\n\r\t]/g, (sign) => BREAKS[sign] ?? sign))
