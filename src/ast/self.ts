/** Evaluates `this`, `import.meta`, and the frame for `super`. */

import { dirname } from 'node:path'
import { pathToFileURL } from 'node:url'
import { objectAt, slotAt } from './making'
import type { RValue, Scope } from './runtime'
import { type Node, originOf } from './source'

export function thisOf(scope: Scope | undefined): RValue {
  for (; scope; scope = scope.parent) if (scope.frame) return scope.frame.self
  return undefined
}

export function frameOf(scope: Scope | undefined) {
  for (; scope; scope = scope.parent) if (scope.frame) return scope.frame
  return undefined
}

export function metaProperty(node: Node, scope: Scope): RValue {
  const { file } = scope.module
  const at = originOf(node, scope.module.source)
  return objectAt(at, {
    url: slotAt(pathToFileURL(file).href, at),
    dirname: slotAt(dirname(file), at),
    filename: slotAt(file, at),
  })
}
