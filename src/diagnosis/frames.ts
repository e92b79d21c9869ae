/** Parses the lines of a stack trace. */

import type { Frame } from '../types'

const FRAME =
  /(?:^|\s)at (?:async )?(?:new )?(?:([\w$.<>]+)(?: \[as [\w$]+\])? )?\(?((?:file:\/\/\/?)?(?:[A-Za-z]:)?[^():]{1,1000}):(\d+)(?::\d+)?\)?/

export function frameIn(line: string): Frame | undefined {
  const [, name, file, number] = FRAME.exec(line) ?? []
  if (!file || /^node:/.test(file)) return undefined
  const [, on, method] = /^([\w$]+)\.([\w$]+)$/.exec(name ?? '') ?? []
  return { file: pathOf(file), line: Number(number), ...(on && method && { call: { on, method } }) }
}

/** `file:///app/x.mjs`, and on Windows `file:///C:/app/x.mjs`. */
function pathOf(file: string): string {
  const path = file.replace(/^file:\/\/(\/(?=[A-Za-z]:))?/, '')
  return path === file ? file : decoded(path)
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

const OF_SEQUELIZE =
  /[\\/](?:sequelize[^\\/]*|@sequelize[\\/]core)[\\/](?:lib|dist|src)[\\/](?:.*[\\/])?model\.[cm]?[jt]s$/

/** The engine's names for a class that it cannot name. */
const NAMELESS = new Set(['Function', 'Model', 'Object', 'Class', 'model'])

/** The model whose method was called: the engine names the class in frames of Sequelize's own model.js. */
export function methodInFrames(frames: Frame[]): string | undefined {
  const frame = frames.find(({ file, call }) => call && !NAMELESS.has(call.on) && OF_SEQUELIZE.test(file))
  return frame?.call?.on
}

/** The frames outside packages. */
export const ownFrames = (frames: Frame[]): Frame[] =>
  frames.filter(({ file }) => !/(^|[\\/])node_modules[\\/]|^internal[\\/]|^<|\[native/.test(file))
