/** How migrations of this tool are called; what such a file says decides in the end whether it is one (commands/our-migrations). */

/** Stamp, `add-<table>-<column>`, and what is added. */
export const OUR_NAME = /^\d+-(add-.+)-(column|index)\.[cm]?[jt]s$/

export const isOurName = (file: string): boolean => OUR_NAME.test(file.split(/[\\/]/).pop()!)
