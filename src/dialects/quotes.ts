/** Quotes names as databases do: each doubles the closing quote inside the name. */

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`
export const ticked = (name: string): string => `\`${name.replaceAll('`', '``')}\``
export const bracketed = (name: string): string => `[${name.replaceAll(']', ']]')}]`
