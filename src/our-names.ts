/** How the commands and the migrations of this tool are called. */

import path from 'node:path'

/** Stamp, `add-<table>-<column>`, and what is added; what such a file says decides whether it is ours (commands/our-migrations). */
export const OUR_NAME = /^\d+-(add-.+)-(column|index)\.[cm]?[jt]s$/

export const isOurName = (file: string): boolean => OUR_NAME.test(path.win32.basename(file))

/** The words that a command line may begin with; without one the default command runs. */
export const COMMAND_NAMES = ['check', 'why', 'verify', 'deploy', 'rollback', 'doctor', 'diagnose'] as const
