/** `sequelize.define(name, attributes, options)`, whatever the receiver is called. */

import { type RValue, snapshot } from '../ast'
import { isChoice, isObject, isRef, isUnknown } from '../values'
import { instanceRef } from './packages'
import { callOrigin, callSites } from './sites'
import type { ModelStyle } from './style'

const may = (value: RValue) => isUnknown(value) || isRef(value) || isChoice(value) || value == null

const mayHold = (value: RValue) => may(value) || isObject(value)

/** A name, attributes, options: what other `define`s of this world do not have. */
function looksRight([name, attributes, options]: RValue[]): boolean {
  const named = typeof name === 'string' || (name !== undefined && may(name))
  return named && attributes !== undefined && mayHold(attributes) && mayHold(options)
}

/** Packages with a `define` that makes something else. */
const others = /mock|stub|fake|factor|fishery|rosie|lodash|underscore/i

/** An object that brings its own `define` is a mock, or something else. */
const isImpostor = (receiver: RValue) =>
  isRef(receiver)
    ? !receiver.file && others.test(receiver.module)
    : isObject(receiver) && receiver.entries.has('define')

export const define: ModelStyle = {
  name: 'define',
  method: 'define',
  called({ receiver, args, site }, m) {
    if (!instanceRef(receiver) && (isImpostor(receiver) || !looksRight(args))) return undefined
    const [name, attributes, options] = args
    const forced = { attributes: m.force(attributes), options: m.force(options) }
    const at = callOrigin(site, forced.attributes, name)
    return {
      instance: receiver,
      definition: {
        style: 'define',
        name: snapshot(name, m),
        attributes: snapshot(forced.attributes, m),
        options: snapshot(forced.options, m),
        sequelize: undefined,
        origin: at.at,
        sites: callSites(at, forced, 2),
      },
    }
  },
}
