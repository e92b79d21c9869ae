/** Where the program that called stands. */

export interface Here {
  /** Absolute. */
  cwd: string
  env: Record<string, string | undefined>
}

export const here = (): Here => ({ cwd: process.cwd(), env: process.env })
