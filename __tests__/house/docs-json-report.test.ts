/** docs/json-report.md: its examples are what the tool prints, and its tables name what the schema has. */

import fs from 'node:fs'
import path from 'node:path'
import Ajv from 'ajv/dist/2020'
import { REPOSITORY } from '../../src/our-names'
import { type } from '../helpers/command'
import { tempProject } from '../helpers/temp-project'

const repository = path.join(__dirname, '../..')
const page = fs.readFileSync(path.join(repository, 'docs/json-report.md'), 'utf8').replaceAll('\r\n', '\n')
const [whole, part] = [...page.matchAll(/```json\n([\s\S]*?)```/g)].map(([, text = '']) => JSON.parse(text))
const schema = JSON.parse(fs.readFileSync(path.join(repository, 'schema/report.schema.json'), 'utf8'))

/** The README's project; its lock file is this version of Sequelize. */
function project(): string {
  const root = tempProject()
  fs.cpSync(path.join(repository, '__testfixtures__/readme'), root, { recursive: true })
  const manifest = path.join(root, 'package.json')
  fs.writeFileSync(manifest, fs.readFileSync(manifest, 'utf8').replace('^6.37.0', whole.project.sequelize))
  return root
}

test('the example is what check prints, and valid', async () => {
  const { out, code } = await type(project(), 'check models/ --format json')
  expect(code).toBe(1)
  const document = JSON.parse(out.replaceAll(REPOSITORY, '...'))
  expect({ ...document, tool: whole.tool }).toEqual(whole)
  expect(new Ajv({ strict: false }).validate(schema, whole)).toBe(true)
})

test('the second example is what the default command prints', async () => {
  const { out, code } = await type(project(), 'models/ --format json')
  expect(code).toBe(0)
  const document = JSON.parse(out)
  expect(document).toMatchObject(part)
  expect(document.models[0].status).toBe('ok')
})

const cells = (heading: string): string[] => {
  const [, table = ''] = new RegExp(`${heading}[\\s\\S]*?\\n(\\|[\\s\\S]*?)\\n\\n`).exec(page) ?? []
  return [...table.matchAll(/^\| ((?:`[\w.-]+`(?:, )?)+) \|/gm)].flatMap(([, names = '']) =>
    [...names.matchAll(/`([\w.-]+)`/g)].map(([, name = '']) => name),
  )
}

test('every field has its row', () => {
  const top = cells('## Fields').map((name) => name.split('.')[0])
  expect([...new Set(top)].sort()).toEqual(Object.keys(schema.properties).sort())
  expect(cells('\\nA model:').sort()).toEqual(Object.keys(schema.$defs.model.properties).sort())
  const [, finding = ''] = /^A finding: (.+)$/m.exec(page) ?? []
  const named = [...finding.matchAll(/`(\w+)`/g)].map(([, name]) => name)
  expect(named.filter((name) => name !== 'null').sort()).toEqual(
    Object.keys(schema.$defs.finding.properties).sort(),
  )
  const diagnosis = cells('\\nA diagnosis:').sort()
  expect(diagnosis).toEqual(Object.keys(schema.$defs.diagnosis.properties).sort())
  const [, suspect = ''] = /^A suspect: ([\s\S]+?)\n\n/m.exec(page) ?? []
  const fields = new Set([...suspect.matchAll(/`(\w+)`/g)].map(([, name]) => name))
  fields.delete('null')
  expect([...fields].sort()).toEqual(Object.keys(schema.$defs.suspect.properties).sort())
})

test('every field and kind of advice is named', () => {
  const [, named = ''] = /^A piece of advice: ([\s\S]+?)\n\n/m.exec(page) ?? []
  const { kind, ...fields } = schema.$defs.advice.properties
  const names = new Set([...named.matchAll(/`([\w-]+)`/g)].map(([, name]) => name))
  expect([...names].filter((name) => name !== 'null').sort()).toEqual(
    ['kind', ...kind.enum, ...Object.keys(fields)].sort(),
  )
})

test('every kind of hazard is named', () => {
  const [, kinds = ''] = /The kinds are ([^.]+)\./.exec(page) ?? []
  expect([...kinds.matchAll(/`([\w-]+)`/g)].map(([, name]) => name).sort()).toEqual(
    [...schema.$defs.hazard.properties.kind.enum].sort(),
  )
})

test('every status has its row', () => {
  expect(cells('## Statuses').sort()).toEqual([...schema.$defs.status.enum].sort())
})
