/** Declares the part of jscodeshift's types that these transforms need, so that their own types need no package. */

export interface FileInfo {
  path: string
  source: string
}

export interface API {
  report?(message: string): void
}

/** The options of the command line, as jscodeshift parses them. */
export interface Options {
  [option: string]: unknown
}
