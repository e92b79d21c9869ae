/** Reads a folder once for all of its files, because jscodeshift calls a transform file by file. */

import path from 'node:path'
import { UserError } from '../src/errors'
import { discoverFiles, manifestIn, readText, upward } from '../src/io/reading'
import { hasNoHistory, type Repairable, repairable } from '../src/repairs'
import { scan, scanAgain } from '../src/scan'
import type { Finding, Judged, Origin, Scan, ScanSettings, Unknown } from '../src/types'
import type { FileInfo, Options } from './jscodeshift'
import { folderFrom, isAsTold, names, text } from './options'

export interface Folder {
  settings: ScanSettings
  /** Every file that was found. */
  files: Set<string>
  scan: Scan
  read(file: string): string | undefined
  /** Judges the models of these files again with these texts. */
  again(texts: Map<string, string>): Promise<Judged[]>
}

/** A file in its folder. */
export interface Visit {
  folder: Folder
  /** Absolute path, as the readers name it. */
  place: string
}

/** The models whose history matters; the name distinguishes one selection from another. */
export interface Doubt {
  name: string
  /** If omitted: all models that need a column. */
  isDoubted?: ScanSettings['isDoubted']
}

const known = new Map<string, Promise<Folder>>()

/** The folder of a file, or an outer folder that was read before; only the file if its folder excludes it. */
export async function visit(file: FileInfo, options: Options, doubt?: Doubt): Promise<Visit> {
  const given = path.resolve(file.path)
  const settings = { ...settingsFor(path.dirname(given), options), isDoubted: doubt?.isDoubted }
  const near = await nearest(path.dirname(given), settings, doubt)
  // A search returns real paths.
  const place = near?.files.has(given) ? given : (discoverFiles([given], settings).files[0] ?? given)
  const folder = await readOnce(path.dirname(place), settings, doubt)
  if (folder.files.has(place) && folder.read(place) === file.source) return { folder, place }
  checkEncoding(place, file)
  const alone = await readFolder({ ...settings, paths: [place] }, new Map([[place, file.source]]))
  return { folder: alone, place }
}

const keyOf = (folder: string, settings: ScanSettings, doubt: Doubt | undefined): string =>
  JSON.stringify([folder, { ...settings, paths: [] }, doubt?.name])

function nearest(
  folder: string,
  settings: ScanSettings,
  doubt: Doubt | undefined,
): Promise<Folder> | undefined {
  for (const one of upward(folder)) {
    const found = known.get(keyOf(one, settings, doubt))
    if (found) return found
  }
  return undefined
}

function readOnce(folder: string, settings: ScanSettings, doubt: Doubt | undefined): Promise<Folder> {
  const found = nearest(folder, settings, doubt)
  if (found) return found
  const made = readFolder({ ...settings, paths: [folder] }, new Map())
  known.set(keyOf(folder, settings, doubt), made)
  return made
}

async function readFolder(settings: ScanSettings, overlay: Map<string, string>): Promise<Folder> {
  const { files } = discoverFiles(settings.paths, settings)
  const found = await scan(settings, overlay)
  return {
    settings,
    files: new Set(files),
    scan: found,
    read: found.reader.read,
    again: async (texts) => {
      const files = [...texts.keys()].sort()
      return (await scanAgain(found, texts, settings, { files })).models
    },
  }
}

/** The project of a folder lies at the nearest package.json. Cached, because jscodeshift calls once per file. */
const projects = new Map<string, string>()

function projectOf(folder: string): string {
  const found = projects.get(folder) ?? upward(folder).find((one) => manifestIn(one)) ?? process.cwd()
  projects.set(folder, found)
  return found
}

function settingsFor(folder: string, options: Options): ScanSettings {
  return {
    cwd: projectOf(folder),
    paths: [],
    migrations: names(options.migrations).map(folderFrom),
    ignore: [],
    noIgnore: false,
    sequelizeVersion: text(options['sequelize-version']),
    only: [],
    strict: false,
  }
}

/** jscodeshift reads and writes UTF-8; a text in another encoding would be damaged. */
function checkEncoding(absolute: string, { source }: FileInfo): void {
  const read = source.includes('\uFFFD') ? readText(absolute) : undefined
  if (!read || ('encoding' in read && read.encoding === 'utf8')) return
  throw new UserError(
    'The file is not UTF-8, and jscodeshift would change its other bytes.',
    'Run deletedat-codemod itself.',
    {
      file: absolute,
      line: 1,
      column: 1,
      span: [0, 0],
    },
  )
}

/** The selected models of a file. @throws UserError when the file does not parse */
export function modelsIn({ folder, place }: Visit, options: Options): Judged[] {
  const fault = folder.scan.findings.find(
    ({ rule, origin }) => rule === 'unreadable' && origin.file === place,
  )
  if (fault) throw new UserError(fault.message, fault.hint, fault.origin)
  return folder.scan.models.filter(
    (judged) => judged.model.origin.file === place && isAskedFor(judged, options),
  )
}

export function isAskedFor({ model }: Judged, options: Options): boolean {
  const only = names(options.only)
  return !only.length || (typeof model.name === 'string' && only.includes(model.name))
}

/** The model's own finding, or one that represents what the user requested. */
export function withFinding(judged: Judged, rule: Finding['rule'], found?: string): Repairable {
  if (judged.finding?.rule === rule && judged.finding.found === found)
    return { ...judged, finding: judged.finding }
  const { name, table, attribute, column, origin } = judged.model
  const known = <T>(value: T | Unknown | undefined): T | undefined =>
    typeof value === 'object' && value !== null && 'kind' in value ? undefined : (value as T | undefined)
  const finding: Finding = {
    rule,
    severity: 'note',
    model: known(name) ?? placeName(origin),
    table: known(table),
    attribute: known(attribute),
    column: known(column),
    found,
    message: '',
    hint: '',
    origin,
  }
  return { ...judged, finding }
}

const placeName = ({ file, line }: Origin): string => `${path.basename(file)}:${line}`

const asked = new WeakMap<Scan, Set<Judged>>()

/** Whether the history calls for a repair of this model, as in the command; explicitly named models always count. */
export function isWanted(judged: Judged, { scan }: Folder, options: Options): boolean {
  if (isAsTold(options)) return true
  const found = asked.get(scan) ?? new Set<Judged>(repairable(scan))
  asked.set(scan, found)
  return found.has(judged)
}

/** The reason why a model that may need the repair was skipped; undefined if there is nothing to say. */
export function whyLeft(
  { status, finding, model }: Judged,
  folder: Folder,
  options: Options,
): string | undefined {
  if (status === 'undecided') return finding?.message
  if (status !== 'unproven' || isAsTold(options) || hasNoHistory(folder.scan)) return undefined
  return `${finding?.message} Name it by --only=${String(model.name)} to go on all the same, or all by --all=true.`
}
