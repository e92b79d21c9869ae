/** Places, and what was read there. */

/** A place in a file. Everything that is read remembers where. */
export interface Origin {
  /** Absolute path, the platform's separators. */
  file: string
  /** 1-based. */
  line: number
  /** 1-based. */
  column: number
  /** Offsets into the text as it was read: [start, end). A byte-order mark counts as one. */
  span: readonly [start: number, end: number]
}

/** A value that could not be evaluated. Never a guess. */
export interface Unknown {
  kind: 'unknown'
  /** The source text of the expression, shortened. */
  text: string
  at: Origin
  /** One clause: "flags is not imported from a file that can be read". */
  why: string
  /** The reason says all there is to say: the text is none of the source. */
  saysAll?: true
  /** What settles it, as a sentence. */
  remedy?: string
  /** Of a text with unread parts: the text, with `__unread_N__` for each such part. */
  partial?: string
  /** Of a text that an unread part may override: the text that is written. */
  written?: string
}

export interface ListValue {
  kind: 'list'
  items: Value[]
  /** Set when an unread part may hold further items. */
  open?: Unknown
}

/** One property of an object, with the place that wrote it (it may lie in another file than the object). */
export interface Entry {
  value: Value
  /** The whole property, key to value. */
  at: Origin
  /** The value's expression alone. */
  valueAt: Origin
}

/** As a `Map` has them; a literal may be read only when one is asked for. */
export interface Entries<V, K = string> extends Iterable<[K, V]> {
  get(key: K): V | undefined
  has(key: K): boolean
  set(key: K, value: V): void
  delete(key: K): boolean
  keys(): Iterable<K>
  values(): Iterable<V>
  readonly size: number
}

export interface ObjectValue {
  kind: 'object'
  entries: Entries<Entry>
  /** Set after a spread that could not be read: an absent key may still be there. */
  open?: Unknown
  /** The literal, braces included, or the expression that made it. */
  at: Origin
}

/** Something of a package, by its path: `DataTypes.STRING(50)` is { module: 'sequelize', path: ['DataTypes', 'STRING'], args: [50] }. */
export interface TypeRef {
  kind: 'ref'
  /** The package; absent when it is only known by the name written. */
  module?: string
  path: string[]
  args?: Value[]
  text: string
}

/** One of several values, by something only known at run time (an environment, a branch). */
export interface Choice {
  kind: 'choice'
  /** `when` names the case in words of the source: "development", "config.use_env_variable". */
  of: { value: Value; when: string }[]
  at: Origin
}

export type Primitive = string | number | boolean | null | undefined
export type Value = Primitive | ListValue | ObjectValue | TypeRef | Choice | Unknown

/** A file that told nothing. */
export interface Unheard {
  /** Absolute. */
  file: string
  line?: number
  /** One clause: 'no up was found in it'. */
  reason: string
}
