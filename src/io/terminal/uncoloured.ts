/** Removes colours from the text that clack writes to a stream, for users who turned colours off. */

import type { Writable } from 'node:stream'

const COLOURS = new RegExp(`${String.fromCharCode(27)}\\[[\\d;]*m`, 'g')

export function uncoloured<S extends Writable>(stream: S): S {
  return new Proxy(stream, {
    get(target, name) {
      const value = Reflect.get(target, name, target)
      if (typeof value !== 'function') return value
      if (name !== 'write') return value.bind(target)
      return (text: unknown, ...more: unknown[]) =>
        value.call(target, typeof text === 'string' ? text.replace(COLOURS, '') : text, ...more)
    },
  })
}
