/** Literals that only tell values: nothing in them calls, makes or changes anything. */

const NAME = '[A-Za-z_$][\\w$]*'
/** Without escapes. */
const TEXT = `'[^'\\\\\\n\\r]*'|"[^"\\\\\\n\\r]*"`
const NUMBER = '-?\\d+(?:\\.\\d+)?(?![\\w.])'
const COMMENT = '//[^\\n]*|/\\*[\\s\\S]*?\\*/'
/** `DataTypes.STRING(64)`: a type, which is known by its capitals. */
const TYPE = `(?:${NAME}\\.)+[A-Z][A-Z0-9_]*\\((?:[\\s,[\\]]|${TEXT}|${NUMBER})*\\)`
/** Behind a value or a key. */
const THEN = '(?=\\s*[,:}\\]])'

/** One token at a time: a pattern of the whole would try every way to cut a comment into tokens. */
const PURE = new RegExp(
  `[\\s,:[\\]{}]+|${COMMENT}|(?:${TYPE}|${NAME}(?:\\.${NAME})*|${TEXT}|${NUMBER})${THEN}`,
  'y',
)

/** What is mostly asked for as soon as it is there. */
const ASKED = /\b(?:paranoid|sequelize|tableName|modelName)\b/

const COMPUTED_KEY = /\]\s*:/

/** @param text of an object, with its braces */
export function isPure(text: string): boolean {
  if (ASKED.test(text) || COMPUTED_KEY.test(text)) return false
  PURE.lastIndex = 0
  while (PURE.lastIndex < text.length) if (!PURE.test(text)) return false
  return true
}
