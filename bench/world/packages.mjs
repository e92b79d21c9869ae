/** The packages under a folder that depend on Sequelize, each with its repository and the major version it asks for. */

import fs from 'node:fs'
import path from 'node:path'
import semver from 'semver'

const LEFT_OUT = new Set(['node_modules', '.git', 'dist', 'build', 'coverage', '.next'])
const SOURCE = /\.(?:[mc]?[jt]s|[jt]sx)$/

/**
 * @param folder holds one folder a repository
 * @param most so many packages of one repository: a hundred copies of one helper tell nothing new
 */
export function packagesUnder(folder, all = false, most = 6) {
  const repositories = fs.readdirSync(folder, { withFileTypes: true }).filter((one) => one.isDirectory())
  return repositories.flatMap(({ name }) => {
    const repository = path.join(folder, name)
    const found = packagesIn(repository).map((one) => ({ repository, ...one }))
    return found
      .filter(({ root }) => all || filesIn(root).some(asksForSoftDelete))
      .slice(0, most)
      .map((one) => ({ ...one, name: path.relative(folder, one.root) || '.' }))
  })
}

function packagesIn(folder) {
  const here = path.join(folder, 'package.json')
  const version = fs.existsSync(here) && versionIn(here)
  const deeper = foldersIn(folder).flatMap(packagesIn)
  return version ? [{ root: folder, version, major: majorOf(version) }, ...deeper] : deeper
}

const foldersIn = (folder) =>
  fs
    .readdirSync(folder, { withFileTypes: true })
    .filter((one) => one.isDirectory() && !LEFT_OUT.has(one.name))
    .map((one) => path.join(folder, one.name))

function versionIn(file) {
  try {
    const { dependencies, devDependencies, peerDependencies } = JSON.parse(fs.readFileSync(file, 'utf8'))
    const all = { ...peerDependencies, ...devDependencies, ...dependencies }
    const asked = all['@sequelize/core'] ?? all.sequelize ?? (all['sequelize-typescript'] && '6')
    return typeof asked === 'string' ? asked : undefined
  } catch {
    return undefined
  }
}

const majorOf = (version) => semver.coerce(version)?.major ?? 6

/** Every source file of a folder, of the packages in it too. */
export function filesIn(folder) {
  const here = fs.readdirSync(folder, { withFileTypes: true }).filter((one) => one.isFile())
  const mine = here
    .map((one) => path.join(folder, one.name))
    .filter((one) => SOURCE.test(one) && !one.endsWith('.d.ts'))
  return [...mine, ...foldersIn(folder).flatMap(filesIn)]
}

function asksForSoftDelete(file) {
  return fs.statSync(file).size < 1_000_000 && /paranoid|DeletedAt\b/.test(fs.readFileSync(file, 'utf8'))
}
