/** The package as npm would install it in a project: built, with its commands in node_modules/.bin. No registry is asked. */

import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { linkModules, type Ran } from './databases/sequelize-cli'
import { shared } from './shared'

const repository = path.join(__dirname, '../..')

/** Commands that a project has, by the script they start. */
const COMMANDS = {
  'deletedat-codemod': 'deletedat-codemod/dist/bin.js',
  'sequelize-cli': 'sequelize-cli/lib/sequelize',
  jscodeshift: 'jscodeshift/bin/jscodeshift.js',
  'lint-staged': 'lint-staged/bin/lint-staged.js',
  husky: 'husky/bin.js',
}

/** Links the packages of this repository into the project, and puts ours beside them. */
export function install(root: string): void {
  linkModules(root)
  const packed = shared('packed', pack)
  for (const name of ['deletedat-codemod', '.bin'])
    fs.cpSync(path.join(packed, 'node_modules', name), path.join(root, 'node_modules', name), {
      recursive: true,
    })
}

/** Makes a folder with our package in its node_modules. */
function pack(root: string): void {
  linkModules(root)
  const home = path.join(root, 'node_modules/deletedat-codemod')
  const { files } = JSON.parse(fs.readFileSync(path.join(repository, 'package.json'), 'utf8')) as {
    files: string[]
  }
  for (const name of ['package.json', ...files.filter((one) => one !== 'dist' && !one.startsWith('!'))]) {
    fs.cpSync(path.join(repository, name), path.join(home, name), { recursive: true })
  }
  build(path.join(home, 'dist'))
  const bin = path.join(root, 'node_modules/.bin')
  fs.mkdirSync(bin)
  for (const [name, script] of Object.entries(COMMANDS)) {
    const inSh = `#!/bin/sh\nexec node "$(dirname "$0")/../${script}" "$@"\n`
    fs.writeFileSync(path.join(bin, name), inSh, { mode: 0o755 })
    fs.writeFileSync(
      path.join(bin, `${name}.cmd`),
      `@node "%~dp0\\..\\${script.replaceAll('/', '\\')}" %*\r\n`,
    )
  }
}

/** As `npm run build` does it. Types are checked by `npm run types`; here only the output counts. */
function build(outDir: string): void {
  const node = (script: string, ...args: string[]) =>
    spawnSync(process.execPath, [path.join(repository, script), ...args], {
      cwd: repository,
      encoding: 'utf8',
    })
  const tsc = node(
    'node_modules/typescript/bin/tsc',
    '-p',
    'tsconfig.build.json',
    '--noCheck',
    '--outDir',
    outDir,
  )
  const bundled = node('scripts/bundle.cjs', outDir)
  if (bundled.status !== 0) throw new Error(`Nothing was built. ${tsc.stdout}${bundled.stderr}`)
}

/** Runs lines of a shell as written. Neither npm nor git sees this machine's own settings. */
export function sh(root: string, lines: string, env: Record<string, string> = {}): Ran {
  const { status, stdout, stderr, error } = spawnSync('sh', ['-ec', lines], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, ...QUIET, ...env },
  })
  if (error) throw error
  return { code: status, output: stdout + stderr }
}

const QUIET = {
  CI: undefined,
  FORCE_COLOR: undefined,
  NODE_ENV: 'development',
  npm_config_offline: 'true',
  npm_config_loglevel: 'error',
  npm_config_update_notifier: 'false',
  GIT_CONFIG_GLOBAL: process.platform === 'win32' ? 'NUL' : '/dev/null',
  GIT_AUTHOR_NAME: 'A',
  GIT_AUTHOR_EMAIL: 'a@example.com',
  GIT_COMMITTER_NAME: 'A',
  GIT_COMMITTER_EMAIL: 'a@example.com',
}
