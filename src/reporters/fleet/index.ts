/** DOOR. Formats a fleet, which `merge` makes of many JSON reports. */

import type { FleetReporter } from '../../types'
import { fleetHtml } from './html'
import { json } from './json'
import { markdown } from './markdown'
import { text } from './text'

export const fleetReporters: FleetReporter[] = [text, fleetHtml, json, markdown]
