/** Thousands of option combinations, each made by the real Sequelize 4, 5, 6 and 7 and judged by our rules. */
import { applyRules } from '../../src/models/rules'
import type { Model, TableName } from '../../src/types'
import {
  context,
  definition,
  realModel,
  type Spec,
  type Truth,
  truthOf,
  describe as words,
} from '../helpers/rules-real'
import { specs } from '../helpers/rules-specs'

const tally: string[] = []
afterAll(() => process.stdout.write(`${tally.join('\n')}\n`))

describe.each([4, 5, 6, 7])('Sequelize %i', (major) => {
  test('agrees with every verdict', () => {
    const counts = { same: 0, refused: 0, elsewhere: 0 }
    const wrong: string[] = []
    for (const spec of specs) {
      const model = applyRules(definition(spec), context(major))
      const truth = made(major, spec)
      if ('throws' in truth && (!model.paranoid || nameless(model) || strayed(spec, model)))
        counts.elsewhere += 1
      else if ('throws' in truth) {
        counts.refused += 1
        if (model.fault?.rule !== 'broken-paranoid') wrong.push(`${words(spec)} throws ${truth.throws}`)
      } else {
        counts.same += 1
        const differs = differences(major, model, truth)
        if (differs.length) wrong.push(`${words(spec)} ${differs.join(', ')}`)
      }
    }
    tally.push(
      `Sequelize ${major}: ${counts.same} the same, ${counts.refused} refused by both, ${counts.elsewhere} not counted`,
    )
    expect(wrong.slice(0, 20)).toEqual([])
    expect(counts.same + counts.refused).toBeGreaterThan(5000)
    expect(counts.elsewhere).toBeLessThan(100)
  })
})

/** R2: version 7 refuses such a class, paranoid or not. */
const nameless = ({ name, fault }: Model) => !fault && name === ''

/** In version 4 `underscored` moves the attribute: what is declared as deletedAt is then an attribute like any other. */
const strayed = ({ attributes }: Spec, { attribute, fault }: Model) =>
  !fault && Object.keys(attributes ?? {}).some((name) => name !== attribute)

function made(major: number, spec: Spec): Truth | { throws: string } {
  try {
    return truthOf(major, realModel(major, spec))
  } catch (error) {
    return { throws: (error as Error).message }
  }
}

function differences(major: number, model: Model, truth: Truth): string[] {
  const { name, schema } = model.table as TableName
  const expected: [string, unknown, unknown][] = [
    ['name', model.name, truth.name],
    ['table', name, truth.table],
    ['schema', schema ?? (major === 7 ? 'public' : undefined), truth.schema],
    ['paranoid', model.paranoid, truth.paranoid],
    ['needsColumn', model.needsColumn, truth.attribute !== undefined],
    ['attribute', model.attribute, truth.attribute],
    ['inert', model.fault?.rule === 'inert-paranoid', truth.inert],
    ['column', columnSaid(model), truth.column],
    ['also', alsoSaid(model), model.needsColumn === true ? String(truth.alsoAsksFor) : ''],
    ...findSaid(model, truth),
  ]
  return expected.flatMap(([key, ours, theirs]) =>
    ours === theirs ? [] : `${key}: ${words(ours)} is ${words(theirs)}`,
  )
}

const alsoSaid = ({ alsoAsksFor = [] }: Model) => String([...alsoAsksFor].sort())

/** `field: null` names no column, and Sequelize keeps the null. */
const columnSaid = ({ column }: Model) => (typeof column === 'object' ? column.text : column)

/** What the query shows: the column stands in it exactly when we say that it is used. */
function findSaid(model: Model, { find }: Truth): [string, unknown, unknown][] {
  if (find.startsWith('throws')) return [['fault', model.fault?.rule, 'broken-paranoid']]
  const asked = /WHERE (?!1=1)/.test(find)
  if (!model.fault)
    return [
      ['asked', model.needsColumn, asked],
      ['plain', asked, find.includes(clause(model))],
    ]
  return []
}

/** Also a constant as the default value: rows that are not deleted have it. */
function clause({ column, declared }: Model): string {
  const by = declared?.value
  const literal = typeof by === 'object' && by?.kind === 'object' && by.entries.get('defaultValue')?.value
  const quoted = `"${String(column).replaceAll('"', '')}"`
  return literal ? '= ' : quoted
}
