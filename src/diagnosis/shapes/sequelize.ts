/** What Sequelize itself throws before it asks the database. */

import type { Shape } from './shape'

/** Version 7 words it one way, those before it another. */
const NO_ATTRIBUTE =
  /Cannot convert undefined or null to object|Cannot read propert(?:y 'defaultValue' of undefined|ies of undefined \(reading 'defaultValue'\))/

export const sequelize: Shape[] = [
  { pattern: NO_ATTRIBUTE, read: () => ({ fault: 'no-attribute' }) },
  { pattern: /Model is not paranoid/, read: () => ({ fault: 'not-paranoid' }) },
]
