/** Literals that only tell values: nothing in them calls, makes or changes anything. */

const NAME = '[A-Za-z_$][\\w$]*'
/** Without escapes. */
const TEXT = `'[^'\\\\\\n\\r]*'|"[^"\\\\\\n\\r]*"`
const NUMBER = '-?\\d+(?:\\.\\d+)?'
const COMMENT = '//[^\\n]*|/\\*[\\s\\S]*?\\*/'
/** `DataTypes.STRING(64)`: a type, which is known by its capitals. */
const TYPE = `(?:${NAME}\\.)+[A-Z][A-Z0-9_]*\\((?:[\\s,[\\]]|${TEXT}|${NUMBER})*\\)`
/** Behind a value or a key. */
const THEN = '(?=\\s*[,:}\\]])'

const PURE = new RegExp(
  `^\\{(?:[\\s,:[\\]{}]|(?:${TYPE}|${NAME}(?:\\.${NAME})*|${TEXT}|${NUMBER})${THEN}|${COMMENT})*\\}$`,
)

/** What is mostly asked for as soon as it is there. */
const ASKED = /\b(?:paranoid|sequelize|tableName|modelName)\b/

/** @param text of an object, with its braces */
export const isPure = (text: string): boolean =>
  PURE.test(text) && !ASKED.test(text) && !/\[\s*\S+\s*\]\s*:/.test(text)
