/** Recognizes pure object literals: nothing in them has side effects. */

const NAME = '[A-Za-z_$][\\w$]*'
/** A string without escapes. */
const TEXT = `'[^'\\\\\\n\\r]*'|"[^"\\\\\\n\\r]*"`
const NUMBER = '-?\\d+(?:\\.\\d+)?(?![\\w.])'
const COMMENT = '//[^\\n]*|/\\*[\\s\\S]*?\\*/'
/** A column type such as `DataTypes.STRING(64)`, recognized by its capitals. */
const TYPE = `(?:${NAME}\\.)+[A-Z][A-Z0-9_]*\\((?:[\\s,[\\]]|${TEXT}|${NUMBER})*\\)`
/** What must follow a value or a key. */
const THEN = '(?=\\s*[,:}\\]])'

/** Matches one token; a pattern for the whole text would backtrack over every way to split a comment into tokens. */
const PURE = new RegExp(
  `[\\s,:[\\]{}]+|${COMMENT}|(?:${TYPE}|${NAME}(?:\\.${NAME})*|${TEXT}|${NUMBER})${THEN}`,
  'y',
)

/** Keys that are usually read at once, so that skipping the object does not pay off. */
const PARANOID_WORDS = /\b(?:paranoid|sequelize|tableName|modelName)\b/

const COMPUTED_KEY = /\]\s*:/

/** Whether an object literal is pure. @param text the literal, with its braces */
export function isPure(text: string): boolean {
  if (PARANOID_WORDS.test(text) || COMPUTED_KEY.test(text)) return false
  PURE.lastIndex = 0
  while (PURE.lastIndex < text.length) if (!PURE.test(text)) return false
  return true
}
