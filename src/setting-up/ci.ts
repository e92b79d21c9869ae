/** The job in CI: a workflow of GitHub, or a job of GitLab. */

import path from 'node:path'
import { pageAt } from '../our-names'
import type { InitFacts, InitPart } from '../types'
import { appended, BIN, hasTool, installCommand, isPlainName, runCommand } from './words'

export function ciPart(facts: InitFacts): InitPart {
  const { top, list, read, remote = '', isRepository } = facts
  if (!isRepository) return none('there is no repository of git here')
  const gitlab = path.join(top, '.gitlab-ci.yml')
  if (list(path.join(top, '.github')) !== undefined || (/github/i.test(remote) && read(gitlab) === undefined))
    return onGithub(facts)
  if (read(gitlab) !== undefined || /gitlab/i.test(remote)) return onGitlab(facts, gitlab)
  return none('neither GitHub nor GitLab is told by the remote or by files')
}

const none = (says: string): InitPart => ({ name: 'ci', state: 'none', says, files: [] })

const byHand = (says: string): InitPart => ({ name: 'ci', state: 'by-hand', says, files: [] })

const RECIPE = `${pageAt('ci')} has the job`

const ODD = `the name of the folder must be quoted; ${RECIPE}`

function onGithub(facts: InitFacts): InitPart {
  const folder = path.join(facts.top, '.github', 'workflows')
  const names = facts.list(folder) ?? []
  const having = names.find((name) => hasTool(facts.read(path.join(folder, name))))
  if (having !== undefined)
    return { name: 'ci', state: 'there', says: `GitHub: .github/workflows/${having} has it`, files: [] }
  if (!isPlainName(facts)) return byHand(`GitHub: ${ODD}`)
  const name = `${BIN}.yml`
  return {
    name: 'ci',
    state: 'planned',
    says: `GitHub: .github/workflows/${name} runs check`,
    files: [{ file: path.join(folder, name), after: `${workflow(facts).join('\n')}\n` }],
  }
}

/** Whether the project has a lock file of its own. Else its packages are installed from the top. */
const isAlone = ({ below, lockFile }: InitFacts): boolean =>
  below !== '' && (lockFile === undefined || lockFile.startsWith(`${below}/`))

const checkCommand = (facts: InitFacts): string =>
  `${runCommand(facts)} check${facts.below && !isAlone(facts) ? ` --workspace ${facts.below}` : ''}`

function workflow(facts: InitFacts): string[] {
  const { below } = facts
  return [
    `name: ${BIN}`,
    'on: [push, pull_request]',
    'permissions:',
    '  contents: read',
    'jobs:',
    '  check:',
    '    runs-on: ubuntu-latest',
    ...(isAlone(facts) ? ['    defaults:', `      run: { working-directory: ${below} }`] : []),
    '    steps:',
    '      - uses: actions/checkout@v4',
    ...setup(facts),
    `      - run: ${installCommand(facts)}`,
    `      - run: ${checkCommand(facts)}`,
  ]
}

function setup({ manager, lockFile, isPinned }: InitFacts): string[] {
  if (manager === 'bun' && lockFile) return ['      - uses: oven-sh/setup-bun@v2']
  const cache = manager === 'yarn-berry' ? 'yarn' : manager
  const inFolder = lockFile?.includes('/') ? `, cache-dependency-path: ${lockFile}` : ''
  return [
    ...(manager === 'pnpm'
      ? ['      - uses: pnpm/action-setup@v4', ...(isPinned ? [] : ['        with: { version: latest }'])]
      : []),
    ...(manager === 'yarn-berry' ? ['      - run: corepack enable'] : []),
    '      - uses: actions/setup-node@v4',
    `        with: { node-version: 22${lockFile ? `, cache: ${cache}${inFolder}` : ''} }`,
  ]
}

function onGitlab(facts: InitFacts, file: string): InitPart {
  const before = facts.read(file)
  if (hasTool(before)) return { name: 'ci', state: 'there', says: 'GitLab: .gitlab-ci.yml has it', files: [] }
  if (!isPlainName(facts)) return byHand(`GitLab: ${ODD}`)
  const stages = before !== undefined && /^stages\s*:/m.test(before) && !/\btest\b/.test(stagesOf(before))
  if (stages) return byHand(`GitLab: its stages have no test; ${RECIPE}`)
  const after = appended(before ?? '', [...(before ? [''] : []), ...job(facts)])
  return {
    name: 'ci',
    state: 'planned',
    says: 'GitLab: a job of .gitlab-ci.yml runs check',
    files: [{ file, ...(before !== undefined && { before }), after }],
  }
}

const stagesOf = (text: string): string => /^stages\s*:([^\n]*(?:\n[ \t-][^\n]*)*)/m.exec(text)?.[1] ?? ''

function job(facts: InitFacts): string[] {
  const { below, manager } = facts
  const report = `${below ? `${below}/` : ''}gl-code-quality-report.json`
  const output = `--output-file gitlab=${isAlone(facts) ? '' : `${below && `${below}/`}`}gl-code-quality-report.json`
  return [
    `${BIN}:`,
    `  image: ${manager === 'bun' ? 'oven/bun:1' : 'node:22'}`,
    '  script:',
    ...(isAlone(facts) ? [`    - cd ${below}`] : []),
    ...(manager === 'pnpm' || manager === 'yarn-berry' ? ['    - corepack enable'] : []),
    `    - ${installCommand(facts)}`,
    `    - ${checkCommand(facts)} ${output}`,
    '  artifacts:',
    '    when: always',
    '    reports:',
    `      codequality: ${report}`,
  ]
}
