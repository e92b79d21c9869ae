/** A while in which nothing is done. */

export { setTimeout as pause } from 'node:timers/promises'
