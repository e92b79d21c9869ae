/** The process of the program that called. */

interface Here {
  /** Absolute. */
  cwd: string
  env: Record<string, string | undefined>
}

export const here = (): Here => ({ cwd: process.cwd(), env: process.env })

/** A warning of the process: on standard error, unless the program listens. */
export const warn = (message: string, type: string): void => process.emitWarning(message, { type })
