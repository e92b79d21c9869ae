/** Repairs on a real folder, through the real readers: what a model file becomes, and what is read from it then. */

import fs from 'node:fs'
import path from 'node:path'
import { inflectorFor } from '../../src/io/project/inflector'
import { createReader } from '../../src/io/reading/files'
import { diff } from '../../src/judging/diff'
import { readModels } from '../../src/models'
import { applyEdits, type Chosen, planRepairs } from '../../src/repairs'
import type { Finding, Judged, MigrationContext, Plan, RepairContext, RepairName } from '../../src/types'
import { template } from './marked-model'

export interface Case {
  repair: RepairName
  /** Names of models; left out: every one that is paranoid. */
  only?: string[]
  /** map-column: the column that is there. */
  column?: string
  version?: string
  migrations?: Partial<MigrationContext>
  users?: RepairContext['users']
}

export interface Repaired {
  plan: Plan
  /** Absolute file -> its text after the repair. */
  files: Map<string, string>
  after: Judged[]
}

/** @param file relative to the root */
export function repairFile(root: string, file: string, wanted: Case): Repaired {
  const before = readProject(root, wanted)
  const here = before.filter(({ model }) => model.origin.file === path.join(root, file))
  const chosen = here.filter((judged) => isWanted(judged, wanted)).map((judged) => chosenFor(judged, wanted))
  const { read } = createReader(undefined, root)
  const plan = planRepairs(chosen, {
    models: before,
    read,
    users: wanted.users,
    migrations: migrationsOf(root, wanted),
  })
  const files = new Map<string, string>()
  const edits = plan.repaired.flatMap((one) => one.edits)
  for (const edit of edits) {
    const own = edits.filter((one) => one.file === edit.file)
    files.set(edit.file, edit.kind === 'create' ? edit.text : applyEdits(read(edit.file)!, own))
  }
  return { plan, files, after: readProject(root, wanted, files) }
}

/** Without migrations: every paranoid model is unproven. */
function readProject(root: string, { version = '6.37.8' }: Case, overlay?: Map<string, string>): Judged[] {
  const files = fs
    .readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(root, name))
    .filter((file) => fs.statSync(file).isFile())
  const read = readModels(
    {
      root,
      files,
      code: files,
      around: files,
      leads: () => true,
      callersOf: () => [],
      configs: [],
      frameworkConfigs: [],
    },
    createReader(overlay, root),
    { version, inflector: inflectorFor(version, root) },
  )
  expect(read.faults).toEqual([])
  return diff(read.models, { source: 'none', tables: [], blind: [] }, { strict: false })
}

const isWanted = ({ model }: Judged, { only }: Case): boolean =>
  model.paranoid === true && (!only || only.includes(model.name as string))

function chosenFor(judged: Judged, { repair, column }: Case): Chosen {
  const { model } = judged
  const finding = judged.finding ?? ({ rule: 'unproven', model: model.name, origin: model.origin } as Finding)
  const misnamed: Finding = { ...finding, rule: 'misnamed-column', found: column ?? 'deleted_at' }
  return { judged: { ...judged, finding: repair === 'map-column' ? misnamed : finding }, repair }
}

const migrationsOf = (root: string, { migrations }: Case): MigrationContext => ({
  folder: path.join(root, 'migrations'),
  existing: [],
  timestamp: '20250530000000',
  fixed: false,
  naming: { prefix: '', joint: '-' },
  parts: [template],
  withIndex: false,
  ...migrations,
})
