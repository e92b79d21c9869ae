/** Every folder of __testfixtures__/hazards: which places mean something else once paranoid is off. */

import fs from 'node:fs'
import path from 'node:path'
import { createReader, projectFiles } from '../../src/io/reading/files'
import { hazardsOf } from '../../src/repairs'
import { scan } from '../../src/scan'
import type { Hazard } from '../../src/types'
import { tempProject } from '../helpers/temp-project'

const fixtures = path.join(__dirname, '../../__testfixtures__/hazards')
const foldersIn = (folder: string): string[] => fs.readdirSync(folder).sort()

/** case.json; every field may be left out. */
interface Settings {
  /** The models whose paranoid goes. Left out: Session. */
  off?: string[]
  /** Left out: models. */
  paths?: string[]
}

async function hazardsIn(
  root: string,
  { off = ['Session'], paths = ['models'] }: Settings,
): Promise<Hazard[]> {
  const looking = { cwd: root, paths, migrations: [], ignore: [], noIgnore: false, only: [], strict: false }
  const { models, schema, project } = await scan(looking)
  const all = models.map(({ model }) => model)
  return hazardsOf({
    off: all.filter(({ name }) => off.includes(name as string)),
    models: all,
    files: projectFiles(root, looking).filter(
      (file) => !project.migrations.some((one) => file.startsWith(one)),
    ),
    schema,
    reader: createReader(undefined, root),
    edits: [],
  })
}

const shown = ({ kind, model, at }: Hazard, root: string): string =>
  `${kind} ${model ?? '?'} ${path.relative(root, at.file).split(path.sep).join('/')}:${at.line}`

test.each(foldersIn(fixtures))('%s', async (name) => {
  const folder = path.join(fixtures, name)
  expect(foldersIn(folder).filter((one) => !['case.json', 'expected.json', 'project'].includes(one))).toEqual(
    [],
  )
  const settings = path.join(folder, 'case.json')
  const root = tempProject()
  fs.cpSync(path.join(folder, 'project'), root, { recursive: true })
  const found = await hazardsIn(
    root,
    fs.existsSync(settings) ? JSON.parse(fs.readFileSync(settings, 'utf8')) : {},
  )
  const expected = JSON.parse(fs.readFileSync(path.join(folder, 'expected.json'), 'utf8'))
  expect(found.map((one) => shown(one, root))).toEqual(expected)
  for (const { at, text } of found) {
    const lines = fs.readFileSync(at.file, 'utf8').split(/\r?\n/)
    expect(text).toBe(lines[at.line - 1])
  }
})
