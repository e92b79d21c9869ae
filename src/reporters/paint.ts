/** Colours, where they are wanted. */

import colours from 'picocolors'
import type { Severity, View } from '../types'

type Colour = 'bold' | 'cyan' | 'dim' | 'green' | 'red' | 'yellow'

export type Paint = Record<Colour, (text: string) => string>

const plain: Paint = { bold: String, cyan: String, dim: String, green: String, red: String, yellow: String }

/** picocolors looks at the terminal as it is loaded: who wants no colours does without it. */
export const paintFor = ({ color }: View): Paint => (color ? colours.createColors(true) : plain)

export const severityPaint = (paint: Paint, severity: Severity) =>
  ({ error: paint.red, warning: paint.yellow, note: paint.dim })[severity]
