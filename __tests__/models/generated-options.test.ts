/**
 * Generated programs make the options of a model in every way that JavaScript has, and run under the real Sequelize: what
 * the tool says of a model, Sequelize says too. It may say that it cannot tell.
 *
 * `GENERATED=5000 GENERATED_SEED=7 npx jest generated-options` tries others; what fails is shrunk to the smallest program.
 */

import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import fc from 'fast-check'
import { type } from '../helpers/command'
import { tempProject } from '../helpers/temp-project'

const KEYS = ['paranoid', 'tableName', 'deletedAt', 'underscored', 'timestamps', 'freezeTableName']

interface Grammar {
  options: string
  flag: string
  name: string
  count: number
  list: string
  change: string
  entry: string
}

/** Fills the holes of a template with generated expressions. */
const from = (arbitraries: Record<string, fc.Arbitrary<unknown>>, templates: readonly string[]) =>
  fc.oneof(
    ...templates.map((template) => {
      const kinds = [...template.matchAll(/\b[OFSNLCEK]\b/g)].map(([kind]) => kind)
      const parts = fc.tuple(...kinds.map((kind) => arbitraries[kind] ?? fc.constant(kind)))
      return parts.map((values) => {
        let index = 0
        return template.replaceAll(/\b[OFSNLCEK]\b/g, () => String(values[index++]))
      })
    }),
  )

/** O options, F a flag, S a string, N a number, L a list of options, C a function that changes options, E an entry, K a key. */
const { options } = fc.letrec<Grammar>((tie) => {
  const part = {
    O: tie('options'),
    F: tie('flag'),
    S: tie('name'),
    N: tie('count'),
    L: tie('list'),
    C: tie('change'),
    E: tie('entry'),
    K: fc.constantFrom(...KEYS),
  }
  const grow = (plain: string[], grown: string[]) =>
    fc.oneof(
      { maxDepth: 4, depthSize: 'small', withCrossShrink: true },
      fc.constantFrom(...plain),
      from(part, grown),
    )
  return {
    entry: from(part, [
      'paranoid: F',
      "'paranoid': F",
      "['para' + 'noid']: F",
      'get paranoid() { return F }',
      'tableName: S',
      'deletedAt: S',
      'underscored: F',
      'timestamps: F || true',
      'freezeTableName: F',
      'extra: N',
    ]),
    options: grow(
      [
        '{}',
        '{ paranoid: true }',
        '{ paranoid: false }',
        "{ tableName: 't1' }",
        "{ paranoid: true, deletedAt: 'gone' }",
      ],
      [
        '{ E, E }',
        '{ E, ...O }',
        '{ ...O, E }',
        '{ ...O, ...(F && O) }',
        '{ ...(F ? O : O) }',
        'Object.assign({}, O, O)',
        'Object.assign({}, ...L)',
        '(O || O)',
        '(null ?? O)',
        'L.reduce((a, b) => ({ ...a, ...b }), {})',
        'L.reduceRight((a, b) => ({ ...a, ...b }), {})',
        'C(O)',
        'C.call(null, O)',
        'Reflect.apply(C, null, [O])',
        "Object.fromEntries(Object.entries(O).filter(([k]) => k !== 'K'))",
        'JSON.parse(JSON.stringify(O))',
        'structuredClone(O)',
        '(({ K: gone, ...rest }) => rest)(O)',
        '(({ paranoid = F, ...rest }) => ({ paranoid, ...rest }))(O)',
        '((o) => { o.paranoid = F; return o })({ ...O })',
        '((o) => { delete o.K; return o })({ ...O })',
        '((o) => { o.paranoid ??= F; o.underscored &&= F; o.timestamps ||= true; return o })({ ...O })',
        "new Map([['a', O], ['b', O]]).get('b')",
        "{ a: O, b: O }[F ? 'a' : 'b']",
        "(() => { switch (S) { case S: return O; case 't1': { return O } default: return O } })()",
        '(() => { try { if (F) throw O; return O } catch (error) { return error } })()',
        "(() => { let o = O; for (const k of ['underscored', 'K']) { if (k === 'extra') continue; o = { ...o, [k]: 'x' } } return o })()",
        '(() => { let i = 0; const o = { ...O }; while (i < N % 3) { o.extra = i; i++ } if (o.extra) o.paranoid = F; return o })()',
        '(class { static of = O; static get() { return { ...this.of, E } } }).get()',
        '(() => { class P { make() { return O } } class C extends P { make() { return { ...super.make(), E } } } return new C().make() })()',
        'Object.create(null, { paranoid: { value: F, enumerable: F } })',
        "Object.defineProperty({ ...O }, 'paranoid', { value: F, enumerable: true })",
        '[O, O].find((o) => o.paranoid) || O',
        '((...all) => Object.assign({}, ...all))(O, O)',
        "((a, { deletedAt: gone = 'gone', ...b } = {}) => ({ ...a, ...b, deletedAt: gone }))(O, O)",
        '(() => { const { a: { ...x } = {}, ...y } = { a: O, ...O }; return { ...x, ...y } })()',
      ],
    ),
    flag: grow(
      ['true', 'false', '!0', '!1'],
      [
        '!F',
        '(F && F)',
        '(F || F)',
        '(S === S)',
        '(N > N)',
        '(O).paranoid === true',
        "'K' in (O)",
        '(O).hasOwnProperty("K")',
        "[S, 't1'].includes(S)",
        '(Object.keys(O).length > 1)',
        '!!(O).K',
        '(O)?.K != null',
        '/^[a-t]/.test(S)',
        "(typeof (O).K === 'string')",
        "S.startsWith('t')",
      ],
    ),
    name: grow(
      ["'t1'", "'gone'", '`t2`'],
      [
        "(S + 'x')",
        '[S, N].join("-")',
        '(S).toUpperCase()',
        "(S).replace(/[0-9]/g, '_')",
        "(S).split('').reverse().join('')",
        '(F ? S : S)',
        "[S, S].join('_')",
        'String(N)',
        '((O).tableName || S)',
        "[S, 'b'].map((one) => one + '1')[N % 2]",
        '((a, b = S) => a + b)(S)',
        'String.raw`a\\n`',
      ],
    ),
    count: grow(
      ['0', '1', '2'],
      ['(N + 1)', '(N * 2)', 'S.length', 'Math.max(N, N)', '[1, 2].indexOf(N)', '(N ** 2)', '(N & 1)'],
    ) as never,
    list: from(part, [
      '[O, O]',
      '[O, ...[O]]',
      '[O, O].reverse()',
      '[O, O].slice(1)',
      'Object.values({ a: O, b: O })',
      '[[O], [O]].flat()',
      'Array.from([O, O])',
    ]),
    change: from(part, [
      '((o) => ({ ...o, E }))',
      '(function (o) { return Object.assign({}, o, O) })',
      '(({ paranoid, ...o }) => ({ ...o, paranoid }))',
      '((o) => (F ? o : O))',
      '(function () { return { ...arguments[0], E } })',
      "((k) => (o) => ({ ...o, [k]: F }))('K')",
    ]),
  }
})

const FORMS = [
  (value: string) => `sequelize.define('Visit', {}, ${value})`,
  (value: string) =>
    `class Visit extends Model {}\nVisit.init({}, { ...${value}, sequelize, modelName: 'Visit' })`,
  (value: string) =>
    `for (const [name, one] of Object.entries({ Visit: ${value} })) sequelize.define(name, {}, { ...one })`,
]

const programs = fc.tuple(options, options, fc.constantFrom(...FORMS), fc.boolean()).map(
  ([own, inherited, form, isInherited]) => `const { Model, Sequelize } = require('sequelize')
const sequelize = new Sequelize({ dialect: 'postgres', define: ${isInherited ? inherited : '{}'} })
${form(own)}
module.exports = sequelize
`,
)

const require = createRequire(__filename)

/** What Sequelize makes of the program; undefined where it throws. */
function bySequelize(program: string) {
  const module = { exports: {} as { models: Record<string, never> } }
  try {
    new Function('require', 'module', program)(require, module)
    const model = module.exports.models.Visit as unknown as {
      options: { paranoid?: unknown }
      _timestampAttributes: { deletedAt?: string }
      rawAttributes: Record<string, { field: string }>
      getTableName(): string
    }
    const attribute = model._timestampAttributes.deletedAt
    const needsColumn = Boolean(model.options.paranoid && attribute)
    const column = needsColumn && attribute ? model.rawAttributes[attribute]?.field : null
    return { table: model.getTableName(), needsColumn, column }
  } catch {
    return undefined
  }
}

const root = tempProject({
  'package.json': '{ "dependencies": { "sequelize": "^6.37.8" } }',
  'models/visit.js': '',
})

async function byTool(program: string) {
  writeFileSync(`${root}/models/visit.js`, program)
  const { out } = await type(root, 'check models --format json --strict')
  const { models } = JSON.parse(out) as {
    models: {
      name: string
      table: { name: string } | null
      needsColumn: boolean | null
      column: string | null
    }[]
  }
  return models.find(({ name }) => name === 'Visit')
}

const counts = { told: 0, undecided: 0 }

test('a generated program is read as Sequelize runs it, or said to be undecided', async () => {
  const property = fc.asyncProperty(programs, async (program) => {
    const real = bySequelize(program)
    if (!real) return
    const model = await byTool(program)
    expect(model).toBeDefined()
    if (!model || model.needsColumn === null) return void counts.undecided++
    counts.told++
    expect(model.needsColumn).toBe(real.needsColumn)
    if (!model.needsColumn) return
    if (model.table) expect(model.table.name).toBe(real.table)
    if (model.column !== null) expect(model.column).toBe(real.column)
  })
  const numRuns = Number(process.env.GENERATED ?? 300)
  await fc.assert(property, { numRuns, seed: Number(process.env.GENERATED_SEED ?? 1) })
  // A tool that tells nothing would be right each time.
  expect(counts.told).toBeGreaterThan(counts.undecided * 4)
})
