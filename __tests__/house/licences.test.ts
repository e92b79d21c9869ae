/** What users install along with this package must not bind them to more than MIT does. */

import fs from 'node:fs'
import path from 'node:path'

interface Locked {
  license?: string
  dependencies?: Record<string, string>
  dev?: boolean
  peer?: boolean
  devOptional?: boolean
}

const lock = path.join(__dirname, '../../package-lock.json')
const packages: Record<string, Locked> = JSON.parse(fs.readFileSync(lock, 'utf8')).packages
// Python-2.0 is argparse's, which js-yaml brings: permissive, and approved by the OSI.
const permissive = [
  'MIT',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'Python-2.0',
]

/** Built into the package: what the sources import and is no dependency (docs-dependencies.test.ts), and what that needs. */
function builtIn(): Set<string> {
  const page = fs.readFileSync(path.join(__dirname, '../../docs/dependencies.md'), 'utf8')
  const [, said = ''] = /\*\*Built in\*\*([^.]*)\./.exec(page) ?? []
  const found = new Set<string>()
  const follow = (place: string): void => {
    if (found.has(place) || !packages[place]) return
    found.add(place)
    for (const name of Object.keys(packages[place].dependencies ?? {})) {
      const own = `${place}/node_modules/${name}`
      follow(own in packages ? own : `node_modules/${name}`)
    }
  }
  for (const [, name] of said.matchAll(/`([^`]+)`/g)) follow(`node_modules/${name}`)
  return found
}

test('every package that is built in is licensed permissively', () => {
  const places = [...builtIn()]
  expect(places).toEqual(expect.arrayContaining(['node_modules/yargs', 'node_modules/yargs-parser']))
  expect(places.filter((place) => !permissive.includes(packages[place]?.license ?? ''))).toEqual([])
})

test('every package that is installed with this one is licensed permissively', () => {
  const installed = Object.entries(packages).filter(
    ([place, { dev, peer, devOptional }]) => place !== '' && !dev && !peer && !devOptional,
  )
  expect(installed.map(([place]) => place)).toContain('node_modules/dbgate-query-splitter')
  expect(installed.filter(([, { license }]) => !permissive.includes(license ?? ''))).toEqual([])
})
