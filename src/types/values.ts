/** Declares places in files, and the values that were read there. */

/** A place in a file. Each value that is read keeps its place. */
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

/** A value that could not be evaluated. */
export interface Unknown {
  kind: 'unknown'
  /** The source text of the expression, shortened. */
  text: string
  at: Origin
  /** One clause: "flags is not imported from a file that can be read". */
  why: string
  /** The reason is complete, and `text` is not source text. */
  saysAll?: true
  /** A sentence that says how to settle it. */
  remedy?: string
  /** For a string with unread parts: the string, with `__unread_N__` for each such part. */
  partial?: string
  /** For a string that an unread part may override: the written string. */
  written?: string
}

export interface ListValue {
  kind: 'list'
  items: Value[]
  /** Set when an unread part may hold further items. */
  open?: Unknown
}

/** One property of an object, with its place, which may be in another file than the object. */
export interface Entry {
  value: Value
  /** The whole property, key to value. */
  at: Origin
  /** The value's expression alone. */
  valueAt: Origin
}

/** The entries of an object, with the methods of `Map`. A literal may be read on first access. */
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
  /** Set after a spread that could not be read: an absent key may exist. */
  open?: Unknown
  /** The literal, braces included, or the expression that made it. */
  at: Origin
}

/** An export of a package: `DataTypes.STRING(50)` has path ['DataTypes', 'STRING'] and args [50]. */
export interface TypeRef {
  kind: 'ref'
  /** The package. Absent if only the written name is known. */
  module?: string
  path: string[]
  args?: Value[]
  text: string
}

/** One of several values, chosen at run time (by an environment or a branch). */
export interface Choice {
  kind: 'choice'
  /** `when` names the case as in the source: "development", "config.use_env_variable". */
  of: { value: Value; when: string }[]
  at: Origin
}

export type Primitive = string | number | boolean | null | undefined
export type Value = Primitive | ListValue | ObjectValue | TypeRef | Choice | Unknown

/** A file in which no model or operation was recognized. */
export interface Unheard {
  /** Absolute. */
  file: string
  line?: number
  /** One clause: 'no up was found in it'. */
  reason: string
}
