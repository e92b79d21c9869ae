/** Collects the builtins: the functions of JavaScript, Node and common packages that pass values along. */

import type { Builtin } from './builtin'
import { flow } from './flow'
import { lodash } from './lodash'
import { node } from './node'
import { nodeConfig } from './node-config'
import { bluebird } from './promises'
import { regexps } from './regexps'

export { collectionMember, isCollection } from './collections'
export { compiledHelper } from './compiled'
export { globals } from './globals'
export { listMember } from './lists'
export { promiseMember } from './promises'
export { regexpOf } from './regexps'
export { stringMember } from './strings'

const builtins: readonly Builtin[] = [node, lodash, nodeConfig, bluebird, flow, regexps]

const byWord = new Map<string, Builtin[]>()
for (const one of builtins) for (const word of one.words) byWord.set(word, [...(byWord.get(word) ?? []), one])

const none: readonly Builtin[] = []

/** The builtins that may implement the module. */
export const builtinsOf = (module: string): readonly Builtin[] =>
  byWord.get(/^[^./]+/.exec(module)?.[0] ?? '') ?? none
