/** What users install along with this package must not bind them to more than MIT does. */

import fs from 'node:fs'
import path from 'node:path'

interface Locked {
  license?: string
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

test('every package that is installed with this one is licensed permissively', () => {
  const installed = Object.entries(packages).filter(
    ([place, { dev, peer, devOptional }]) => place !== '' && !dev && !peer && !devOptional,
  )
  expect(installed.map(([place]) => place)).toContain('node_modules/dbgate-query-splitter')
  expect(installed.filter(([, { license }]) => !permissive.includes(license ?? ''))).toEqual([])
})
