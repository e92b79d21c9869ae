/** Judges one case of a definition, from its options to a verdict. */
import type { Definition, Model, Unknown } from '../../types'
import { all } from './also-asked'
import { decoratedByCore } from './decorated-core'
import { decoratedByTypescript } from './decorated-typescript'
import type { Written } from './decorators'
import { deletionOf } from './deletion'
import type { Edition, RulesContext } from './editions'
import { type Facts, note } from './facts'
import { readable, type Settle, type Settled, truth, unknown } from './known'
import { modelNameOf, tableOf } from './names'
import { layersOf, reader } from './options'
import { made } from './spread'
import { uniquesOf } from './uniques'

export type Verdict = Omit<Model, 'style' | 'origin' | 'sites' | 'uniques'>

export function judge(
  definition: Definition,
  edition: Edition,
  context: RulesContext,
  settle: Settle,
): Verdict {
  const written = writtenIn(definition, edition, settle)
  const facts = factsOf(definition, edition, context, written, settle)
  readDecorators(facts)
  const name = modelNameOf(facts, written.name)
  const table = tableOf(facts, name)
  const deletion = deletionOf(facts, written.broken)
  const alsoAsksFor = deletion.needsColumn === true ? all(facts) : []
  const verdict = {
    name,
    table,
    ...deletion,
    ...(alsoAsksFor.length && { alsoAsksFor }),
    underscored: underscoredOf(facts),
    trace: facts.trace,
  }
  removed(facts)
  return hooked(facts, verdict)
}

/** Returns the uniques of the first case. */
export function uniquesIn(definition: Definition, edition: Edition, context: RulesContext): Model['uniques'] {
  const settle: Settle = (value) =>
    typeof value === 'object' && value?.kind === 'choice' ? settle(value.of[0]?.value) : value
  return uniquesOf(factsOf(definition, edition, context, writtenIn(definition, edition, settle), settle))
}

function writtenIn(definition: Definition, edition: Edition, settle: Settle): Written {
  const [nearest, ...parents] = definition.decorated ?? []
  if (nearest) {
    const decorated = edition.decorators === 'core' ? decoratedByCore : decoratedByTypescript
    return decorated([nearest, ...parents], settle)
  }
  const { name, options, attributes } = definition
  return { name: settle(name), options: settle(options), attributes: settle(attributes) }
}

function factsOf(
  definition: Definition,
  edition: Edition,
  { inflector }: RulesContext,
  written: Written,
  settle: Settle,
): Facts {
  const known = (value: Settled) => readable(value, definition.origin)
  const [instance, attributes] = [known(settle(definition.sequelize)), known(written.attributes)]
  const layers = layersOf(known(written.options), instance, edition, settle)
  if (edition.quietDefaults) {
    const holder = made('Sequelize', definition.origin, { timestamps: false, freezeTableName: true })
    layers.push({ from: 'define', holder })
  }
  const read = reader(layers, settle)
  return { definition, edition, inflector, read, attributes, instance, settle, trace: [] }
}

/** R33 and R34: notes whose decorators define the model. */
function readDecorators(facts: Facts): void {
  const [nearest, ...bases] = facts.definition.decorated ?? []
  if (!nearest) return
  const core = facts.edition.decorators === 'core'
  const after = bases.length ? ` after ${bases.map(({ name }) => name).join(', ')}` : ''
  const says = `${nearest.name} is read${after} by its decorators, those of ${core ? '@sequelize/core' : 'sequelize-typescript'}.`
  note(facts, core ? 'R34' : 'R33', says, nearest.at)
}

/** Whether `underscored` snake-cases written names; versions 2 to 4 do not. */
function underscoredOf({ edition, read }: Facts): boolean | Unknown {
  return edition.snaked === 'default' ? false : truth(read('underscored').value)
}

/** R31: notes options that version 7 refuses. */
function removed(facts: Facts): void {
  for (const key of facts.edition.major >= 7 ? ['getterMethods', 'setterMethods'] : []) {
    const { entry } = facts.read(key)
    if (entry) note(facts, 'R31', `${key} is gone: Sequelize 7 throws where the model is defined.`, entry.at)
  }
}

/** R35: a beforeDefine hook may change any option, so the verdict becomes unknown. */
function hooked(facts: Facts, verdict: Verdict): Verdict {
  const hooks: Settled = reader([{ from: 'instance', holder: facts.instance }], facts.settle)('hooks').value
  const { entry } = reader([{ from: 'instance', holder: hooks }], facts.settle)('beforeDefine')
  if (!entry) return verdict
  const open = unknown(
    'beforeDefine',
    entry.at,
    'the beforeDefine hook of the Sequelize instance may change the options',
  )
  note(facts, 'R35', `${open.why}.`, entry.at)
  const changed: Partial<Verdict> = {
    table: open,
    paranoid: open,
    needsColumn: open,
    attribute: open,
    column: open,
  }
  return { ...verdict, ...changed, fault: undefined }
}
