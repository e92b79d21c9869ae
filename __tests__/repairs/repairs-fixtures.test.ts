/** Every folder of __testfixtures__/repairs: input, expected, and what is read from it afterwards. */

import fs from 'node:fs'
import path from 'node:path'
import type { RepairName } from '../../src/types'
import { type Case, repairFile } from '../helpers/repair-project'
import { addFiles, bytesOf, tempProject } from '../helpers/temp-project'

const fixtures = path.join(__dirname, '../..', '__testfixtures__', 'repairs')
const foldersIn = (folder: string): string[] => fs.readdirSync(folder).sort()

interface Fixture {
  input: string
  expected: string
  extension: string
  options: Partial<Case> & { says?: string }
  folder: string
}

function read(folder: string): Fixture {
  const names = foldersIn(folder)
  const input = names.find((name) => /^input\.\w+$/.test(name)) ?? 'input'
  const extension = path.extname(input)
  const options = path.join(folder, 'options.json')
  return {
    folder,
    extension,
    input: path.join(folder, input),
    expected: path.join(folder, `expected${extension}`),
    options: fs.existsSync(options) ? JSON.parse(fs.readFileSync(options, 'utf8')) : {},
  }
}

const bytes = (file: string): string => fs.readFileSync(file, 'latin1')

/** input as models/session.<ext>, `with/` as the rest of the project. */
function projectOf({ folder, input, extension }: Fixture): string {
  const root = tempProject({ [`models/session${extension}`]: fs.readFileSync(input) })
  const also = path.join(folder, 'with')
  if (fs.existsSync(also))
    addFiles(
      root,
      Object.fromEntries(
        Object.entries(bytesOf(also)).map(([name, text]) => [name, Buffer.from(text, 'latin1')]),
      ),
    )
  return root
}

const walked: RepairName[] = ['disable-paranoid', 'map-column']

test('every folder is walked', () => expect(foldersIn(fixtures)).toEqual(walked))

describe.each(walked)('%s', (repair) => {
  const folder = path.join(fixtures, repair)

  test.each(foldersIn(folder))('%s', (name) => {
    const fixture = read(path.join(folder, name))
    const known = [path.basename(fixture.input), path.basename(fixture.expected), 'options.json', 'with']
    expect(foldersIn(fixture.folder).filter((one) => !known.includes(one))).toEqual([])
    const root = projectOf(fixture)
    const file = `models/session${fixture.extension}`
    const { plan, files, after } = repairFile(root, file, { repair, ...fixture.options })

    expect(plan.notes).toEqual([])
    expect([...files.keys()]).toEqual([path.join(root, file)])
    expect(Buffer.from(files.get(path.join(root, file))!).toString('latin1')).toBe(bytes(fixture.expected))
    if (fixture.options.says)
      expect(plan.repaired.map(({ says }) => says).join('\n')).toBe(fixture.options.says)
    for (const { finding } of plan.repaired) {
      const { model } = after.find((one) => one.model.name === finding.model)!
      if (repair === 'disable-paranoid') expect(model.paranoid).toBe(false)
      else expect(model).toMatchObject({ needsColumn: true, column: finding.found })
      expect(model.fault).toBeUndefined()
    }
  })
})
