/** Builds HTML. Whatever is put between the tags is text: credentials are removed and every sign is escaped. */

import { safe } from '../safe'

/** HTML that may stand in a page as it is. */
export interface Markup {
  readonly html: string
}

export type Part = string | number | Markup | undefined | false | readonly Part[]

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escaped = (text: string): string => safe(text).replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)

/** A template. An attribute's value must stand in quotes. */
export const html = (strings: TemplateStringsArray, ...parts: Part[]): Markup => ({
  html: strings.reduce((text, string, index) => text + written(parts[index - 1]) + string),
})

function written(part: Part): string {
  if (part === undefined || part === false) return ''
  if (typeof part === 'string') return escaped(part)
  if (typeof part === 'number') return String(part)
  return 'html' in part ? part.html : part.map(written).join('')
}
