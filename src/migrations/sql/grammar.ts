/** Defines the grammar of column definitions in all databases, as patterns of shapes (shapes.ts). */

/** Words that begin a clause and so are neither a type nor a value. */
const clauseWords = 'NOT|DEFAULT|PRIMARY|UNIQUE|CHECK|REFERENCES|CONSTRAINT|COLLATE|GENERATED|AS'
const plainWord = String.raw`[\p{L}_$@#][\p{L}\p{N}_$@#]*`
const word = `(?!(?:${clauseWords})(?: |$))${plainWord}`
const typeWord = `(?!NULL(?: |$))${word}`

const named = (first: string) => String.raw`(?:""|${first})(?: \. (?:""|${plainWord}))*`
const anyName = named(plainWord)

const years = '(?:YEAR|MONTH|DAY|HOUR|MINUTE|SECOND)'
const wordsOfTypes = [
  'DOUBLE PRECISION',
  '(?:NATIONAL )?(?:CHARACTER|CHAR|VARCHAR|NCHAR|BIT|BINARY)(?: VARYING)?',
  'LONG(?: VARCHAR| VARBINARY)?',
  `INTERVAL(?: ${years}(?: TO ${years})?)?`,
  named(typeWord),
]
const type = `(?:${wordsOfTypes.join('|')})(?: \\(\\))?(?: UNSIGNED)?(?: WITH(?:OUT)?(?: LOCAL)? TIME ZONE)?(?: ARRAY)?(?: \\[\\])*`
/** SQLite's types: any words, and parentheses after them. */
const freeType = String.raw`(?:""|''|${typeWord})(?: ${typeWord})*(?: \(\))?`

const sign = String.raw`(?:\|\||[-+*/%<>=!~&^|#@?])`
const number = String.raw`(?:\. )?0`
const values = [
  `INTERVAL (?:''|${number}|\\(\\)) ${word}`,
  `NEXT VALUE FOR ${anyName}`,
  `(?:${word} )?''(?: '')*`,
  number,
  String.raw`(?:${named(word)})(?: \(\))?(?: \[\])*`,
  String.raw`\(\)`,
]
const cast = ` :: ${type}`
const value = `(?:${sign} )*(?:${values.join('|')})(?:${cast})*(?: AT TIME ZONE '')?`
const expression = `${value}(?: ${sign} ${value})*`

const action = String.raw`(?:CASCADE|RESTRICT|NO ACTION|SET (?:NULL|DEFAULT)(?: \(\))?)`
const keyNotes = '(?: ASC| DESC| CLUSTERED| NONCLUSTERED)*'

/** Clauses without effect on type, nullability or default. */
const others = [
  `CONSTRAINT (?:""|${plainWord})`,
  `PRIMARY KEY${keyNotes}|UNIQUE(?: KEY)?(?: NULLS(?: NOT)? DISTINCT)?${keyNotes}|KEY`,
  String.raw`CHECK \(\)|NO INHERIT|(?:NOT )?ENFORCED|(?:NOT )?DEFERRABLE|INITIALLY (?:DEFERRED|IMMEDIATE)`,
  String.raw`WITH \(\)|USING INDEX TABLESPACE ${anyName}`,
  `REFERENCES ${anyName}(?: \\(\\))?|MATCH (?:FULL|PARTIAL|SIMPLE)|ON (?:DELETE|UPDATE) ${action}`,
  `ON UPDATE ${expression}|ON CONFLICT (?:ROLLBACK|ABORT|FAIL|IGNORE|REPLACE)`,
  `COLLATE (?:''|${anyName})|(?:CHARACTER SET|CHARSET) (?:''|${anyName})|BINARY|ASCII|UNICODE`,
  String.raw`GENERATED (?:ALWAYS|BY DEFAULT) AS (?:IDENTITY(?: \(\))?|ROW (?:START|END)(?: HIDDEN)?)`,
  `(?:GENERATED ALWAYS )?AS ${expression}(?: STORED| VIRTUAL| PERSISTENT| PERSISTED)?`,
  String.raw`AUTO_?INCREMENT|IDENTITY(?: \(\))?|ROWGUIDCOL|SPARSE|NOT FOR REPLICATION|WITH VALUES`,
  `SIGNED|UNSIGNED|ZEROFILL|INVISIBLE|VISIBLE|COMPRESSED|WITH(?:OUT)? SYSTEM VERSIONING`,
  `(?:COMPRESSION|STORAGE|COLUMN_FORMAT) ${plainWord}|COMMENT (?:''|"")|(?:SRID|REF_SYSTEM_ID =) 0`,
  `FIRST|AFTER (?:""|${plainWord})`,
]

const ends = '(?= |$)'
const clauses = [
  '(?<notNull>NOT NULL)',
  '(?<nullable>NULL)',
  `DEFAULT (?<fallback>${expression}|"")`,
  ...others,
].map((clause) => `(?:${clause})${ends}`)

/** Compiled only when used: compiling is slow, and most SQL of a history defines no column. */
export const patterns = {
  type: once(() => `^${type}${ends}`),
  freeType: once(() => `^${freeType}${ends}`),
  clause: once(() => `^(?:${clauses.join('|')})`),
  casts: once(() => `^(?:${cast.trimStart()}(?: |$))*$`),
}

function once(source: () => string): () => RegExp {
  let made: RegExp | undefined
  return () => {
    made ??= new RegExp(source(), 'u')
    return made
  }
}
