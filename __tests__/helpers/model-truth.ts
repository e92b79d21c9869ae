/** What the real Sequelize makes of the cases: each project copied, made loadable, and loaded in a child process. */

import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { type Case, copyProject, type Expected } from './model-cases'
import { loadable, transpile } from './transpiled'

const modules = path.join(__dirname, '../..', 'node_modules')

/** Package name in the project -> the package that is installed here. */
const LIBRARIES: Record<string, Record<string, string>> = {
  4: { sequelize: 'sequelize-v4' },
  5: { sequelize: 'sequelize-v5', 'sequelize-typescript': 'sequelize-typescript-v1' },
  6: { sequelize: 'sequelize', 'sequelize-typescript': 'sequelize-typescript' },
  7: { '@sequelize/core': '@sequelize/core' },
}

const ALSO = ['lodash', 'deepmerge', 'reflect-metadata', 'pg', '@sequelize']

export type Truth = Omit<Expected, 'file' | 'undecided' | 'fault'>

/** One for each environment of the case. */
export type Run = { models: Truth[] } | { error: string }

interface Job {
  case: Case
  root: string
  files: string[]
  call?: string
  env: Record<string, string>
}

/** The runs of each case that can be loaded, by its name. */
export function truthOf(cases: Case[]): Map<string, Run[]> {
  const temp = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'deletedat-real-')))
  const runs = new Map<string, Run[]>()
  for (const major of Object.keys(LIBRARIES)) {
    const mine = cases.filter((one) => !one.settings.cannotLoad && majorOf(one) === major)
    const jobs = mine.flatMap((one) => jobsOf(one, major, temp))
    const answers = jobs.length ? answered(jobs, major, temp) : []
    for (const [index, job] of jobs.entries())
      runs.set(job.case.name, [...(runs.get(job.case.name) ?? []), answers[index]!])
  }
  fs.rmSync(temp, { recursive: true, force: true })
  return runs
}

/** Of the Sequelize that the project's package.json asks for. */
function majorOf({ folder }: Case): string {
  const { dependencies } = JSON.parse(fs.readFileSync(path.join(folder, 'project', 'package.json'), 'utf8'))
  return (dependencies['@sequelize/core'] ?? dependencies.sequelize).match(/\d/)[0]
}

function jobsOf(one: Case, major: string, temp: string): Job[] {
  const { environments = [{}], load, call } = one.settings
  const files = load ?? [...new Set(one.expected.map(({ file }) => file))]
  return environments.map((env, index) => {
    const root = path.join(temp, one.name.replace('/', '-') + index)
    copyProject(one, root)
    transpile(root)
    link(root, LIBRARIES[major]!)
    return { case: one, root, files: files.map(loadable), call, env }
  })
}

function link(root: string, libraries: Record<string, string>): void {
  const there = path.join(root, 'node_modules')
  fs.mkdirSync(there, { recursive: true })
  for (const name of ALSO) if (!fs.existsSync(path.join(there, name))) symlink(name, path.join(there, name))
  for (const [name, installed] of Object.entries(libraries))
    if (!name.startsWith('@')) symlink(installed, path.join(there, name))
}

const symlink = (name: string, place: string) => fs.symlinkSync(path.join(modules, name), place, 'junction')

function answered(jobs: Job[], major: string, temp: string): Run[] {
  const libraries = LIBRARIES[major]!
  const library = path.join(modules, Object.values(libraries)[0]!)
  const peers = libraries.sequelize ? { sequelize: library } : {}
  const [asked, answers] = [path.join(temp, `jobs-${major}.json`), path.join(temp, `answers-${major}.json`)]
  fs.writeFileSync(asked, JSON.stringify({ library, peers, jobs: jobs.map(({ case: _, ...job }) => job) }))
  const child = path.join(__dirname, 'model-loader.cjs')
  const env = {
    ...process.env,
    NODE_ENV: '',
    JEST_WORKER_ID: undefined,
    DATABASE_URL: 'postgres://u:p@localhost:5432/db',
  }
  execFileSync(process.execPath, ['--no-warnings', child, asked, answers], {
    env,
    cwd: temp,
    stdio: 'pipe',
    timeout: 100_000,
  })
  return JSON.parse(fs.readFileSync(answers, 'utf8'))
}
