/** docs/dependencies.md names each dependency, and none that is not there. */

import fs from 'node:fs'
import path from 'node:path'
import { REPOSITORY } from '../../src/our-names'

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

/** Packages that the sources may import, by the rules of the layers: what is no dependency is built in. */
const rules = fs.readFileSync(path.join(repository, '.dependency-cruiser.cjs'), 'utf8')
const [, table = ''] = /const PACKAGES = \{([^}]*)\}/.exec(rules) ?? []
const imported = new RegExp(
  `^(?:${[...table.matchAll(/^ {2}'?([^':]+)'?:/gm)].map(([, names]) => names).join('|')})$`,
)
const builtIn = Object.keys(manifest.devDependencies).filter(
  (name) => imported.test(name) && !/jscodeshift/.test(name),
)

test('what users get, as a dependency or built in', () => {
  expect(builtIn).toContain('@babel/parser')
  expect(named('What users install')).toEqual([...Object.keys(manifest.dependencies), ...builtIn].sort())
})

test('what is no dependency is said to be built in', () => {
  const [, said = ''] = /\*\*Built in\*\*([^.]*)\./.exec(page) ?? []
  expect([...said.matchAll(/`([^`]+)`/g)].map(([, name]) => name).sort()).toEqual([...builtIn].sort())
})

test('what the tests need', () => {
  const tests = Object.keys(manifest.devDependencies).filter((name) => !builtIn.includes(name))
  expect(named('What the tests need')).toEqual(tests.sort())
})

test('the addresses of the package are those of the one place that names the repository', () => {
  const { repository: at, homepage, bugs } = manifest
  expect([at.url, homepage, bugs.url]).toEqual([
    `git+${REPOSITORY}.git`,
    `${REPOSITORY}#readme`,
    `${REPOSITORY}/issues`,
  ])
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
