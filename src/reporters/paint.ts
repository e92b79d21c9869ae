/** Colours, where they are wanted. */

import picocolors from 'picocolors'
import type { Severity, View } from '../types'

export type Paint = ReturnType<typeof picocolors.createColors>

export const paintFor = ({ color }: View): Paint => picocolors.createColors(color)

export const severityPaint = (paint: Paint, severity: Severity) =>
  ({ error: paint.red, warning: paint.yellow, note: paint.dim })[severity]
