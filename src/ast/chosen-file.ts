/** Requires a file whose name holds an unread part: one of the files that the environment may choose. */

import path from 'node:path'
import type { Unknown } from '../types'
import { join } from './choices'
import { ENVIRONMENT, unknownFor } from './making'
import type { Machine, Module, RValue, Site } from './runtime'

const HOLE = /__unread_\d+__/g

/** Matches the names of environments. One of them must be there: other unread names are no choice of a config. */
const ENVIRONMENTS = /^(?:dev|prod|test|stag|local|qa|uat|ci|docker|sandbox)\w*$/i

const ENDING = /\.(?:[cm]?[jt]s|json)$/

/** A file that the name may stand for, and what then stands in the unread part. */
interface Case {
  file: string
  when: string
}

/** Resolves `require(`./config.${env}`)`; an Unknown where no files of that name lie there. */
export function requireChosen(name: Unknown, from: Module, esm: boolean, site: Site, m: Machine): RValue {
  const cases = name.why.startsWith(ENVIRONMENT) ? casesOf(name.partial ?? '', from, m) : []
  const current = cases.find(({ when }) => when === m.hosts.environment)
  const isChoice = cases.some(({ when }) => ENVIRONMENTS.test(when))
  if (!isChoice) return unknownFor(site, name.why)
  const values = (current ? [current] : cases).map(({ file, when }) => ({
    value: m.require(file, from, esm, site),
    when,
  }))
  return join(values, site.at)
}

function casesOf(partial: string, from: Module, m: Machine): Case[] {
  if (!partial.startsWith('.') && !path.isAbsolute(partial)) return []
  const folder = path.resolve(path.dirname(from.file), path.dirname(partial))
  const pattern = new RegExp(`^${path.basename(partial).split(HOLE).map(literally).join('([\\w-]+)')}$`)
  return (m.reader.list(folder) ?? []).flatMap((entry) => {
    const [, when] = pattern.exec(entry) ?? pattern.exec(entry.replace(ENDING, '')) ?? []
    const file = path.join(folder, entry)
    const isOther = file !== from.file && when !== 'index'
    return when !== undefined && isOther && typeof m.reader.resolve(file, from.file) === 'string'
      ? [{ file, when }]
      : []
  })
}

const literally = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
