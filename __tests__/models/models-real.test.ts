/** expected.json against what the real Sequelize of that version makes of the same files: no case is right by opinion. */

import { type Case, casesIn, type Expected, fixtures } from '../helpers/model-cases'
import { type Run, type Truth, truthOf } from '../helpers/model-truth'

const cases = casesIn(fixtures)
const FIELDS = ['name', 'table', 'paranoid', 'needsColumn', 'attribute', 'column'] as const

let runs: Map<string, Run[]>
beforeAll(() => void (runs = truthOf(cases)))

describe.each(cases.map((one) => [one.name, one] as const))('%s', (_, one) => {
  const { cannotLoad } = one.settings
  if (cannotLoad) test.skip(`cannot be loaded: ${cannotLoad}`, () => undefined)
  else test('is what Sequelize says', () => check(one, runs.get(one.name)!))
})

function check({ expected, settings }: Case, found: Run[]): void {
  const truths = found.map((run) => ('error' in run ? [run.error] : inOrder(run.models)))
  const wanted = inOrder(expected)
  const names = wanted.map(nameOf)
  for (const truth of truths)
    expect(truth.map((one, index) => (names[index] === null ? null : nameOf(one)))).toEqual(names)
  for (const [index, model] of wanted.entries()) {
    const each = truths.map((truth) => truth[index] as Truth)
    for (const field of FIELDS) checkField(model, field, each, settings.mayNotKnow)
  }
}

const nameOf = (one: string | Truth | Expected) => (typeof one === 'string' ? one : one.name)

const inOrder = <T extends Truth | Expected>(models: T[]): T[] =>
  [...models].sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1))

const keyOf = ({ name, table }: Truth | Expected) => JSON.stringify([name, table?.name])

/** What is told must be so in every run; what is left open must differ between them, or the case says why it may. */
function checkField(
  model: Expected,
  field: (typeof FIELDS)[number],
  each: Truth[],
  mayNotKnow?: string,
): void {
  const said = { model: model.name, [field]: model[field] }
  const real = each.map((one) => ({ model: model.name, [field]: one[field] }))
  if (model[field] !== null || !model.undecided) for (const one of real) expect(one).toEqual(said)
  else if (!mayNotKnow) expect(new Set(real.map((one) => JSON.stringify(one))).size).toBeGreaterThan(1)
}
