/** Keeps what a file throws to that file. */

import { asFault, refill } from '../ast'
import type { Recorder } from './recorder'

/** If reading a file throws, records the fault and goes on with the other files. */
export function attempt(file: string, { machine }: Recorder, read: () => void): void {
  refill(machine)
  try {
    read()
  } catch (error) {
    machine.faults.set(file, asFault(error, file))
  }
}
