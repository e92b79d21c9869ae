/** A folder as the tool reads it, once for all of its files: jscodeshift asks file by file. */

import path from 'node:path'
import type { FileInfo, Options } from 'jscodeshift'
import { UserError } from '../src/errors'
import { createReader, discoverFiles } from '../src/io/files'
import { readText } from '../src/io/text'
import { manifestIn, upward } from '../src/io/upward'
import { scan } from '../src/scan'
import type { Finding, Judged, Origin, Scan, ScanSettings, Unknown } from '../src/types'
import { folderFrom, names, text } from './options'

export interface Folder {
  settings: ScanSettings
  /** Every file that was looked at. */
  files: Set<string>
  /** Texts that are not those on the disk. */
  overlay: Map<string, string>
  scan: Scan
  read(file: string): string | undefined
}

/** A file in its folder. */
export interface Visit {
  folder: Folder
  /** Absolute, as the readers name it. */
  place: string
}

const known = new Map<string, Promise<Folder>>()

/** The folder of a file, or one around it that was read before; the file alone where it is left out of its folder. */
export async function visit(file: FileInfo, options: Options): Promise<Visit> {
  const settings = settingsFor(path.resolve(file.path), options)
  const place = discoverFiles([path.resolve(file.path)], settings).files[0] ?? path.resolve(file.path)
  const folder = await readOnce(path.dirname(place), settings)
  if (folder.files.has(place) && folder.read(place) === file.source) return { folder, place }
  checkEncoding(place, file)
  const alone = await readFolder({ ...settings, paths: [place] }, new Map([[place, file.source]]))
  return { folder: alone, place }
}

function readOnce(folder: string, settings: ScanSettings): Promise<Folder> {
  const keyOf = (one: string) => JSON.stringify([one, { ...settings, paths: [] }])
  const near = upward(folder).find((one) => known.has(keyOf(one))) ?? folder
  const found = known.get(keyOf(near)) ?? readFolder({ ...settings, paths: [folder] }, new Map())
  known.set(keyOf(near), found)
  return found
}

async function readFolder(settings: ScanSettings, overlay: Map<string, string>): Promise<Folder> {
  const { files } = discoverFiles(settings.paths, settings)
  const { read } = createReader(overlay, settings.cwd)
  return { settings, overlay, files: new Set(files), scan: await scan(settings, overlay), read }
}

/** The project is where the nearest package.json is. */
function settingsFor(file: string, options: Options): ScanSettings {
  const cwd = upward(path.dirname(file)).find((folder) => manifestIn(folder)) ?? process.cwd()
  return {
    cwd,
    paths: [],
    migrations: names(options.migrations).map(folderFrom),
    ignore: [],
    noIgnore: false,
    sequelizeVersion: text(options['sequelize-version']),
    only: [],
    strict: false,
    lean: true,
  }
}

/** jscodeshift reads and writes UTF-8: any other text would not survive it. */
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

/** The models of a file that were asked for. @throws UserError when the file does not parse */
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

/** A transform does as it is told, whatever the evidence says of the model. */
export function withFinding(
  judged: Judged,
  rule: Finding['rule'],
  found?: string,
): Judged & { finding: Finding } {
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
