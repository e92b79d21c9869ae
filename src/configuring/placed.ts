/** Says the paths and patterns of a config file as they are from the working directory, which may be a folder below it. */

import path from 'node:path'
import type { Config, DatabaseConfig } from '../types'

/** Forms of migrations that `template` may name instead of a path. */
const FORMS = ['full', 'short']

/** @param folder absolute: the folder of the config file; @param cwd absolute: that folder, or one below it */
export function placedFrom(folder: string, cwd: string, config: Config) {
  const { paths, migrations, databases, ignore, template, baseline, formats } = config
  const absolute = (one: string) => path.resolve(folder, one)
  const relative = (one: string) => path.relative(cwd, absolute(one)).split(path.sep).join('/') || '.'
  const below = folder === cwd ? '' : path.relative(folder, cwd).split(path.sep).join('/')
  return {
    paths: paths && pathsBelow(paths, relative, (one) => below !== '' && isBelow(folder, absolute(one))),
    migrations: migrations?.map(relative),
    databases: databases
      ?.map(
        (one): DatabaseConfig => ({
          root: absolute(one.root),
          ...(one.models && { models: one.models.map(absolute) }),
          ...(one.migrations && { migrations: one.migrations.map(absolute) }),
        }),
      )
      .filter(({ root }) => root === cwd || isBelow(cwd, root)),
    ignore: ignore?.flatMap((one) => patternFrom(one, below) ?? []),
    template: template === undefined || FORMS.includes(template) ? template : absolute(template),
    baseline: typeof baseline === 'string' ? absolute(baseline) : baseline,
    formats: Object.entries(formats ?? {}).map(([format, file]) => ({
      format,
      file: file === true ? undefined : absolute(file),
    })),
  }
}

/**
 * A path around the working directory means all of it. One beside it means nothing here, if the file is that of the
 * folders above; any other path outside is kept, to be refused as on the command line.
 */
function pathsBelow(
  paths: string[],
  relative: (one: string) => string,
  isOfAnother: (one: string) => boolean,
): string[] | undefined {
  const kept = paths.flatMap((one) => {
    const its = relative(one)
    if (/^(?:\.\.\/?)+$/.test(its)) return '.'
    return (its.startsWith('../') || path.isAbsolute(its)) && isOfAnother(one) ? [] : its
  })
  return kept.length ? kept : undefined
}

const isBelow = (folder: string, one: string): boolean => one.startsWith(folder + path.sep)

/** A pattern with a slash is read from its file's folder. @returns undefined for one that means files elsewhere */
function patternFrom(pattern: string, below: string): string | undefined {
  const [, sign = '', given = ''] = /^(!?)(.*)$/s.exec(pattern) ?? []
  if (!below || !given.replace(/\/$/, '').includes('/') || given.startsWith('**/')) return pattern
  const parts = given.replace(/^\//, '').split('/')
  for (const folder of below.split('/')) {
    const part = parts.shift()
    if (part === '**') return `${sign}**/${parts.join('/')}`
    if (part !== folder && part !== '*') return undefined
  }
  return parts.length ? `${sign}/${parts.join('/')}` : `${sign}**`
}
