/** Every case of __testfixtures__/models, read by `scan`. */

import fs from 'node:fs'
import path from 'node:path'
import {
  type Case,
  casesIn,
  copyProject,
  type Expected,
  fixtures,
  inOrder,
  namesIn,
  readByTool,
} from '../helpers/model-cases'
import { tempProject } from '../helpers/temp-project'

const KNOWN = ['case.json', 'expected.json', 'project']
const FIELDS = [
  'attribute',
  'column',
  'fault',
  'file',
  'name',
  'needsColumn',
  'paranoid',
  'table',
  'undecided',
]
const SETTINGS = ['call', 'cannotLoad', 'environment', 'environments', 'load', 'mayNotKnow', 'paths']

describe.each(namesIn(fixtures))('%s', (style) => {
  const cases = casesIn(fixtures).filter(({ name }) => name.startsWith(`${style}/`))

  test('has at least three cases', () => expect(cases.length).toBeGreaterThanOrEqual(3))

  test.each(cases.map((one) => [one.name.split('/')[1], one] as const))('%s', async (_, one) => {
    checkFolder(one)
    const root = tempProject()
    copyProject(one, root)
    const found = await readByTool(root, one.settings)
    expect(found.map(withoutReason)).toEqual(inOrder(one.expected).map(withoutReason))
    checkReasons(one, found)
  })
})

function checkFolder({ folder, settings, expected }: Case): void {
  expect(namesIn(folder).filter((name) => !KNOWN.includes(name))).toEqual([])
  expect(namesIn(folder)).toEqual(expect.arrayContaining(['expected.json', 'project']))
  expect(namesIn(path.join(folder, 'project'))).toContain('package.json')
  expect(Object.keys(settings).filter((key) => !SETTINGS.includes(key))).toEqual([])
  for (const model of expected) {
    expect(Object.keys(model).filter((key) => !FIELDS.includes(key))).toEqual([])
    expect(fs.existsSync(path.join(folder, 'project', model.file))).toBe(true)
  }
}

const withoutReason = ({ undecided, ...rest }: Expected) => ({
  ...rest,
  isUndecided: undecided !== undefined,
})

function checkReasons({ expected }: Case, found: Expected[]): void {
  for (const [index, { undecided = [] }] of inOrder(expected).entries()) {
    for (const words of undecided) expect(found[index]!.undecided![0]).toContain(words)
  }
}
