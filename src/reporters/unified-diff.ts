/** Formats a plan as a diff for `git apply` and `patch -p1`. */

import { FILE_HEADERS_ONLY, formatPatch, structuredPatch } from 'diff'
import type { Planned, View } from '../types'
import { paintFor } from './paint'
import { relative } from './place'
import { safe } from './safe'

export function unifiedDiff(planned: Planned[], view: View): string {
  return planned
    .map((one) => painted(safe(patchOf(one, view)), view))
    .join('')
    .trimEnd()
}

function patchOf({ file, before, after }: Planned, { cwd }: View): string {
  const name = relative(cwd, file)
  const from = before === undefined ? '/dev/null' : `a/${name}`
  return formatPatch(
    structuredPatch(from, `b/${name}`, before ?? '', after, undefined, undefined, { context: 3 }),
    FILE_HEADERS_ONLY,
  )
}

function painted(patch: string, view: View): string {
  const paint = paintFor(view)
  if (!view.color) return patch
  return patch
    .replace(/^(---|\+\+\+) .*$/gm, paint.bold)
    .replace(/^@@.*$/gm, paint.cyan)
    .replace(/^-(?!--).*$/gm, paint.red)
    .replace(/^\+(?!\+\+).*$/gm, paint.green)
}
