/** How the tool is started from the top of a repository, and how its packages are installed. */

import type { InitFacts } from '../types'

export const BIN = 'deletedat-codemod'

/** Whether a script or a file of YAML has the tool in a line that is no comment. */
export const hasTool = (text: string | undefined): boolean =>
  text?.split(/\r?\n/).some((line) => line.includes(BIN) && !/^\s*#/.test(line)) ?? false

/** Whether the name of the folder can stand in a command and in YAML as it is. */
export const isPlainName = ({ below }: InitFacts): boolean => /^[\w./@-]*$/.test(below)

/** The command of a hook, as git starts it: at the top of the repository. */
export function hookCommand(facts: InitFacts): string {
  const { below, manager, installed } = facts
  if (manager === 'yarn-berry' && installed === undefined)
    return `${below ? `cd ${below} && ` : ''}yarn ${BIN} check --staged`
  const inProject = `node_modules/.bin/${BIN} check --staged`
  if (!below) return inProject
  return installed === 'top' ? `${inProject} --workspace ${below}` : `cd ${below} && ${inProject}`
}

/** The same for what starts a program without a shell: without `cd`. */
export function hookProgram(facts: InitFacts): string {
  const { below, manager, installed } = facts
  if (!below || installed === 'top' || (manager === 'yarn-berry' && installed === undefined))
    return hookCommand(facts)
  return `${below}/node_modules/.bin/${BIN} check --staged --workspace ${below}`
}

/** How packages are installed in CI. */
export function installCommand({ manager, lockFile }: InitFacts): string {
  if (lockFile === undefined) return 'npm install'
  switch (manager) {
    case 'pnpm':
      return 'pnpm install --frozen-lockfile'
    case 'yarn':
      return 'yarn install --frozen-lockfile'
    case 'yarn-berry':
      return 'yarn install --immutable'
    case 'bun':
      return 'bun install --frozen-lockfile'
    default:
      return 'npm ci'
  }
}

/** How an installed program is run. */
export function runCommand({ manager }: InitFacts): string {
  switch (manager) {
    case 'pnpm':
      return `pnpm exec ${BIN}`
    case 'yarn':
    case 'yarn-berry':
      return `yarn ${BIN}`
    case 'bun':
      return `bunx ${BIN}`
    default:
      return `npx ${BIN}`
  }
}

/** How the package is added to the project. */
export function addCommand({ manager }: InitFacts): string {
  const verbs = { npm: 'install --save-dev', pnpm: 'add --save-dev', bun: 'add --dev' }
  return manager === 'yarn' || manager === 'yarn-berry'
    ? `yarn add --dev ${BIN}`
    : `${manager} ${verbs[manager]} ${BIN}`
}

/** The lines with the line ends that the text has. */
export const appended = (text: string, lines: string[]): string => {
  const end = text.includes('\r\n') ? '\r\n' : '\n'
  const before = text === '' || text.endsWith('\n') ? text : text + end
  return before + lines.join(end) + end
}
