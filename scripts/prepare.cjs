/**
 * Builds a checkout. `npm install -g` of a git address, as the pre-commit framework does it, hands its `-g` down to
 * the install of what the build needs, which then is missing here: so it is installed first.
 */
const { existsSync } = require('node:fs')
const path = require('node:path')
const { spawnSync } = require('node:child_process')

const root = path.join(__dirname, '..')
const npm = process.env.npm_execpath

function run(...args) {
  const env = { ...process.env, npm_config_global: 'false', npm_config_location: 'project' }
  delete env.npm_config_prefix
  delete env.NPM_CONFIG_PREFIX
  const { status } = spawnSync(process.execPath, [npm, ...args], { cwd: root, env, stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}

if (!existsSync(path.join(root, 'node_modules/typescript'))) run('ci', '--ignore-scripts', '--include=dev')
run('run', 'build')
