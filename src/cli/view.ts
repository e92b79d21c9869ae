/** Makes the view that says how reports and questions look on a stream. */

import { packageVersion } from '../io/project'
import { createReader } from '../io/reading'
import type { Output } from '../io/terminal'
import type { Settings, View } from '../types'

/** The width if the stream does not report its size. */
const WIDTH = 100

export function viewFor(
  { cwd, color, dryRun, maxShow }: Settings,
  { columns, isTTY }: Pick<Output, 'columns' | 'isTTY'>,
): View {
  const reader = createReader()
  const lines = new Map<string, string[]>()
  const linesOf = (file: string): string[] => {
    const known = lines.get(file) ?? (reader.read(file) ?? '').split(/\r\n|[\n\r\u2028\u2029]/)
    lines.set(file, known)
    return known
  }
  return {
    cwd,
    color,
    width: columns || WIDTH,
    wraps: isTTY === true,
    most: maxShow,
    get version() {
      return packageVersion()
    },
    line: (file, line) => linesOf(file)[line - 1],
    dryRun,
  }
}
