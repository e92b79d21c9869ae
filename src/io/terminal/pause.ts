/** Waits for a number of milliseconds. */

export { setTimeout as pause } from 'node:timers/promises'
