/** What is said of a model at the end of histories that are hard to read; and those that are still read wrong. */

import fs from 'node:fs'
import path from 'node:path'
import { type Case, casesIn, dialectsOf, replayed, verdicts } from '../helpers/migration-cases'

const casesOf = (folder: string) =>
  casesIn(path.join(__dirname, '../../__testfixtures__', folder)).map((one) => [one.name, one] as const)

function check(one: Case): void {
  const expected = JSON.parse(fs.readFileSync(path.join(one.folder, 'expected.json'), 'utf8')).verdicts
  for (const dialect of dialectsOf(one)) {
    expect(verdicts(replayed(one, dialect), Object.keys(expected), dialect)).toEqual(expected)
  }
}

test.each(casesOf('migrations-verdicts'))('%s', (_name, one) => check(one))

// Each says its cause in expected.json. One that passes belongs into migrations-verdicts.
test.failing.each(casesOf('migrations-open'))('still wrong: %s', (_name, one) => check(one))
