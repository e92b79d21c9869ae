/** Models that are still read wrong or not at all. One that passes belongs into __testfixtures__/models. */

import path from 'node:path'
import { casesIn, copyProject, type Expected, inOrder, readByTool } from '../helpers/model-cases'
import { tempProject } from '../helpers/temp-project'

const open = casesIn(path.join(__dirname, '../../__testfixtures__/models-open'))

/** What Sequelize says of it; the words of a reason are not compared. */
const facts = (all: Expected[]) =>
  inOrder(all).map(({ undecided, ...rest }) => ({ ...rest, isUndecided: undecided !== undefined }))

test.failing.each(open.map((one) => [one.name, one] as const))('still wrong: %s', async (_name, one) => {
  const root = tempProject()
  copyProject(one, root)
  expect(facts(await readByTool(root, one.settings))).toEqual(facts(one.expected))
})
