/** Packs what `npm run build` made and installs the tarball into an empty project, which every test starts from. */

const { execFileSync } = require('node:child_process')
const { existsSync, mkdtempSync, realpathSync, renameSync, writeFileSync } = require('node:fs')
const { tmpdir } = require('node:os')
const path = require('node:path')

const root = path.join(__dirname, '..')

/** What the project has besides: as a project that uses Sequelize on Postgres. */
const PACKAGES = ['sequelize@6', 'sequelize-cli@6', 'pg@8']

module.exports = () => {
  const npm = process.env.npm_execpath
  if (!npm) throw new Error('Run it as `npm run e2e`: npm packs and installs.')
  if (!existsSync(path.join(root, 'dist/bin.js'))) throw new Error('There is nothing to pack: npm run build')
  const home = realpathSync(mkdtempSync(path.join(tmpdir(), 'deletedat-e2e-')))
  const run = (cwd, ...args) => execFileSync(process.execPath, [npm, ...args], { cwd, encoding: 'utf8' })
  const packed = JSON.parse(run(root, 'pack', '--json', '--pack-destination', home))
  writeFileSync(path.join(home, 'package.json'), JSON.stringify({ name: 'stranger', private: true }))
  run(home, 'install', '--no-audit', '--no-fund', path.join(home, packed[0].filename), ...PACKAGES)
  process.env.E2E_TARBALL = path.join(
    mkdtempSync(path.join(tmpdir(), 'deletedat-tarball-')),
    packed[0].filename,
  )
  renameSync(path.join(home, packed[0].filename), process.env.E2E_TARBALL)
  process.env.E2E_HOME = home
  return undefined
}
