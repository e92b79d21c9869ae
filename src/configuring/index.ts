/** DOOR. Reads the config file of this tool, without running it. */

export { KEYS, settable } from './check'
export { placedFrom } from './placed'
export { PACKAGE_KEY, readConfig } from './read'
