/** Colours text if colours are enabled. */

import colours from 'picocolors'
import type { Severity, View } from '../types'

type Colour = 'bold' | 'cyan' | 'dim' | 'green' | 'red' | 'yellow'

export type Paint = Record<Colour, (text: string) => string>

const plain: Paint = { bold: String, cyan: String, dim: String, green: String, red: String, yellow: String }

/** picocolors inspects the terminal when it is loaded, so it is not used without colours. */
export const paintFor = ({ color }: View): Paint => (color ? colours.createColors(true) : plain)

export const severityPaint = (paint: Paint, severity: Severity) =>
  ({ error: paint.red, warning: paint.yellow, note: paint.dim })[severity]
