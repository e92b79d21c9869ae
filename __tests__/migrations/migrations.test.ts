/** Every folder of __testfixtures__/migrations: what its history builds, for each dialect it is written for. */

import fs from 'node:fs'
import path from 'node:path'
import {
  casesIn,
  dialectsOf,
  expectedOf,
  fixtures,
  foldersIn,
  replayed,
  shown,
  verdicts,
} from '../helpers/migration-cases'

const cases = casesIn(fixtures)

test('there are at least three cases of each kind', () => {
  const few = foldersIn(fixtures).filter((kind) => foldersIn(path.join(fixtures, kind)).length < 3)
  expect(few).toEqual([])
})

describe.each(cases.map((one) => [one.name, one] as const))('%s', (_name, one) => {
  const { verdicts: said = {}, ...expected } = expectedOf(one)

  it('holds what is looked at, and nothing else', () => {
    const known = ['case.json', 'expected.json', 'project']
    expect(foldersIn(one.folder).filter((name) => !known.includes(name))).toEqual([])
    const folders = one.special.folders ?? ['migrations']
    expect(folders.filter((folder) => !fs.existsSync(path.join(one.project, folder)))).toEqual([])
  })

  it.each(dialectsOf(one))('builds the same on %s', (dialect) => {
    const schema = replayed(one, dialect)
    expect(shown(schema)).toEqual(expected)
    expect(verdicts(schema, Object.keys(said), dialect)).toEqual(said)
  })
})
