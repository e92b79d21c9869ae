// Packs the package, installs the tarball in an empty folder, and uses it there as a stranger would.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = mkdtempSync(path.join(tmpdir(), 'deletedat-smoke-'))

// npm is a script of Node's, so that no shell is needed on Windows either.
const npm = process.env.npm_execpath
assert(npm, 'Run it as `npm run smoke`.')

function run(cwd, command, args) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8' })
  return { status, stdout, output: stdout + stderr }
}

function succeed(cwd, command, args) {
  const done = run(cwd, command, args)
  assert.equal(done.status, 0, `${args.join(' ')}\n${done.output}`)
  return done
}

/** As a script of the project calls it; on Windows the command is a batch file, which needs a shell. */
function tool(...args) {
  const command = path.join(folder, 'node_modules/.bin/deletedat-codemod')
  const isWindows = process.platform === 'win32'
  const { status, stdout, stderr, error } = spawnSync(isWindows ? `"${command}.cmd"` : command, args, {
    cwd: folder,
    encoding: 'utf8',
    shell: isWindows,
  })
  if (error) throw error
  return { status, stdout, output: stdout + stderr }
}

const model = `import { DataTypes, Model } from 'sequelize'
import sequelize from '../database.mjs'

export default class Session extends Model {}
Session.init({ token: DataTypes.STRING }, { sequelize, modelName: 'Session', tableName: 'sessions', paranoid: true })
`

const migration = `module.exports = {
  up: (queryInterface, { DATE, STRING }) =>
    queryInterface.createTable('sessions', { token: STRING, createdAt: DATE, updatedAt: DATE }),
  down: (queryInterface) => queryInterface.dropTable('sessions'),
}
`

try {
  const [packed] = JSON.parse(
    succeed(root, process.execPath, [npm, 'pack', '--json', '--pack-destination', folder]).stdout,
  )
  const names = packed.files.map((file) => file.path)
  assert(
    !names.some((name) => /__tests__|__testfixtures__|^src\/|examples|bench/.test(name)),
    `what is not for users is packed: ${names}`,
  )
  assert(!names.includes('dist/src/scan.js'), 'what is in the parts is packed a second time')
  for (const needed of [
    'dist/bin.js',
    'dist/src/index.d.ts',
    'dist/transforms/disable-paranoid.js',
    'templates/add-column.cjs',
    'schema/report.schema.json',
    'LICENSE',
    'README.md',
    'dist/LICENSES.txt',
  ]) {
    assert(names.includes(needed), `${needed} is not packed`)
  }

  writeFileSync(
    path.join(folder, 'package.json'),
    JSON.stringify({ name: 'stranger', private: true, dependencies: { sequelize: '^6.37.0', pg: '^8.0.0' } }),
  )
  succeed(folder, process.execPath, [
    npm,
    'install',
    '--no-audit',
    '--no-fund',
    path.join(folder, packed.filename),
    'jscodeshift@17',
  ])
  mkdirSync(path.join(folder, 'models'))
  mkdirSync(path.join(folder, 'migrations'))
  writeFileSync(path.join(folder, 'models/Session.mjs'), model)
  writeFileSync(
    path.join(folder, 'database.mjs'),
    `import { Sequelize } from 'sequelize'\nexport default new Sequelize(process.env.DATABASE_URL)\n`,
  )
  writeFileSync(path.join(folder, 'migrations/20240101000000-create-sessions.cjs'), migration)

  const found = tool('check', 'models')
  assert.equal(found.status, 1, found.output)
  assert.match(found.stdout, /Session is paranoid but table "sessions" has no "deletedAt" column/)

  const repaired = tool('models')
  assert.equal(repaired.status, 0, repaired.output)
  const written = readdirSync(path.join(folder, 'migrations')).find((name) =>
    /^\d{14}-add-sessions-deletedat-column\.cjs$/.test(name),
  )
  assert(written, 'the migration is written')
  assert.equal(tool('check', 'models').status, 0)
  const again = tool('models')
  assert.equal(again.status, 0, again.output)
  assert.equal(readdirSync(path.join(folder, 'migrations')).length, 2, 'a second run writes nothing')

  const transform = path.join(folder, 'node_modules/deletedat-codemod/dist/transforms/disable-paranoid.js')
  succeed(folder, process.execPath, [
    path.join(folder, 'node_modules/jscodeshift/bin/jscodeshift.js'),
    '-t',
    transform,
    '--extensions=mjs',
    '--fail-on-error',
    '--only=Session',
    'models',
  ])
  assert.equal(
    readFileSync(path.join(folder, 'models/Session.mjs'), 'utf8'),
    model.replace('paranoid: true', 'paranoid: false'),
  )
  succeed(folder, process.execPath, [
    '--input-type=module',
    '-e',
    `import { check, format } from 'deletedat-codemod'; const told = await check({ paths: ['models'] }); if (told.models.length !== 1 || !format(told, 'sarif').includes('2.1.0')) throw 1`,
  ])
  process.stdout.write(
    `The packed tarball (${packed.entryCount} files, ${Math.round(packed.size / 1024)} kB) works in an empty folder.\n`,
  )
} finally {
  rmSync(folder, { recursive: true, force: true })
}
