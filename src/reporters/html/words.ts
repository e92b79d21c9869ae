/** How a status looks: a level for its colour, and always a sign and words beside it. */

import { findingKinds } from '../../finding-kinds'
import type { Severity, Status } from '../../types'
import { html, type Markup } from './markup'

export type Level = 'ok' | Severity

const SIGNS: Record<Level, string> = { ok: '✓', error: '✕', warning: '?', note: '–' }

/** @param status a status or a rule */
export function levelOf(status: string): Level {
  switch (status) {
    case 'ok':
      return 'ok'
    case 'undecided':
      return 'warning'
    case 'unproven':
    case 'not-paranoid':
      return 'note'
    default:
      return 'error'
  }
}

export const badge = (level: Level, text: string): Markup =>
  html`<span class="badge ${level}"><span aria-hidden="true">${SIGNS[level]}</span> ${text}</span>`

/** Says how the column is: 'there', 'there under another name', … */
export function columnWords(status: Status): string {
  switch (status) {
    case 'ok':
      return 'there'
    case 'not-paranoid':
      return 'none needed'
    default:
      return findingKinds[status].column ?? status
  }
}

/** Findings first, then what is not proven, then what is right, then what asks for nothing. */
export const ORDER: string[] = [...Object.keys(findingKinds), 'ok', 'not-paranoid']
