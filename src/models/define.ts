/** Reads `sequelize.define(name, attributes, options)`, whatever the receiver's name. */

import { type RValue, snapshot } from '../ast'
import { isChoice, isObject, isRef, isUnknown } from '../values'
import { instanceRef } from './packages'
import { callOrigin, callSites } from './sites'
import type { ModelStyle } from './style'

const may = (value: RValue) => isUnknown(value) || isRef(value) || isChoice(value) || value == null

const mayHold = (value: RValue) => may(value) || isObject(value)

/** Whether the arguments are a name, attributes and options, which other functions named `define` do not take. */
function looksRight([name, attributes, options]: RValue[]): boolean {
  const named = typeof name === 'string' || (name !== undefined && may(name))
  return named && attributes !== undefined && mayHold(attributes) && mayHold(options)
}

/** Matches packages whose `define` makes something else. */
const others = /mock|stub|fake|factor|fishery|rosie|lodash|underscore/i

/** Whether the receiver is no Sequelize instance: one of those packages, or an object with its own `define`. */
const isImpostor = (receiver: RValue) =>
  isRef(receiver)
    ? !receiver.file && others.test(receiver.module)
    : isObject(receiver) && receiver.entries.has('define')

export const define: ModelStyle = {
  name: 'define',
  method: 'define',
  attributesAt: 1,
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
