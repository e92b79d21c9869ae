/** The cases of __testfixtures__/diagnosis: <dialect>/<what-is-special>/{error.txt, expected.json, project/?}. */

import fs from 'node:fs'
import path from 'node:path'
import Ajv from 'ajv/dist/2020'
import schema from '../../schema/report.schema.json'
import { type } from '../helpers/command'
import { bytesOf, tempProject } from '../helpers/temp-project'

const fixtures = path.join(__dirname, '../../__testfixtures__/diagnosis')
const validate = new Ajv({ strict: false }).compile(schema)

const namesIn = (folder: string) => fs.readdirSync(folder).sort()

const cases = namesIn(fixtures).flatMap((dialect) =>
  namesIn(path.join(fixtures, dialect)).map((special) => `${dialect}/${special}`),
)

/** A case without a project of its own is asked of __testfixtures__/diagnosis-project. */
function projectOf(folder: string): string {
  const root = tempProject()
  const own = path.join(folder, 'project')
  fs.cpSync(fs.existsSync(own) ? own : path.join(fixtures, '../diagnosis-project'), root, { recursive: true })
  return root
}

test.each(cases)('%s', async (name) => {
  const folder = path.join(fixtures, name)
  const root = projectOf(folder)
  const before = bytesOf(root)
  const text = fs.readFileSync(path.join(folder, 'error.txt'), 'utf8')
  const { code, out, err } = await type(root, ['diagnose', text, '--format', 'json'])
  expect(err).toBe('')
  const document = JSON.parse(out)
  expect(validate(document) || validate.errors).toBe(true)
  const told = { exitCode: code, diagnoses: document.diagnoses, notes: document.notes }
  expect(told).toEqual(JSON.parse(fs.readFileSync(path.join(folder, 'expected.json'), 'utf8')))
  expect(bytesOf(root)).toEqual(before)
})
