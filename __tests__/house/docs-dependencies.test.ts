/** docs/dependencies.md names each dependency, and none that is not there. */

import fs from 'node:fs'
import path from 'node:path'

const repository = path.join(__dirname, '../..')
const manifest = JSON.parse(fs.readFileSync(path.join(repository, 'package.json'), 'utf8'))
const page = fs.readFileSync(path.join(repository, 'docs/dependencies.md'), 'utf8')

/** The names in the first cells of the table under a heading. */
const named = (heading: string): string[] => {
  const section = page.split(/^## /m).find((one) => one.startsWith(heading)) ?? ''
  return [...section.matchAll(/^\| (`.+?) \|/gm)]
    .flatMap(([, cell = '']) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name))
    .sort()
}

test('what users install', () => {
  expect(named('What users install')).toEqual(Object.keys(manifest.dependencies).sort())
})

test('what the tests need', () => {
  expect(named('What the tests need')).toEqual(Object.keys(manifest.devDependencies).sort())
})

test('pins are exact', () => {
  const exact = Object.entries({
    ...manifest.dependencies,
    ...manifest.devDependencies,
    ...manifest.overrides,
  })
    .filter(([, range]) => /^(?:npm:[^@]+@)?\d/.test(String(range)))
    .map(([name]) => name)
  const [, pins = ''] = page.split('## Pins')
  const unsaid = exact.filter(
    (name) => !pins.includes(`\`${name}\``) && !/^(inflection|@sequelize\/)/.test(name),
  )
  expect(unsaid).toEqual([])
})
