/** How databases quote a name: each doubles the sign that closes it. */

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`
export const ticked = (name: string): string => `\`${name.replaceAll('`', '``')}\``
export const bracketed = (name: string): string => `[${name.replaceAll(']', ']]')}]`
