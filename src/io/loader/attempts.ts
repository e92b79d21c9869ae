/** Calls the project's own models on the real database and rolls every write back. */

import { randomUUID } from 'node:crypto'
import { asError } from '../../errors'
import { columnOf } from '../../live'
import { messageOf } from './failure'
import { fieldsOf, textIn } from './foreign'
import { modelNamed } from './models'
import type { Attempt, Attempted, Call } from './protocol'
import type { Attribute, ModelClass } from './sequelize'

export async function attempt({ model: name, call }: Attempt): Promise<Attempted> {
  const model = modelNamed(name)
  if (!model) return { skipped: 'its file defines no model of this name when it is loaded by itself' }
  try {
    return await CALLS[call](model)
  } catch (error) {
    const { sql, parent } = fieldsOf(error)
    const sent = textIn(sql) ?? textIn(fieldsOf(parent).sql)
    return { failed: messageOf(error), ...(sent && { sql: sent }) }
  }
}

const CALLS: Record<Call, (model: ModelClass) => Promise<Attempted>> = {
  async findOne(model) {
    await model.findOne()
    return { worked: true }
  },
  async count(model) {
    return { worked: true, says: String(await model.count()) }
  },
  async include(model) {
    const associations = Object.entries(model.associations ?? {})
    const [as] = associations.find(([, { target }]) => columnOf(target)) ?? associations[0] ?? []
    if (as === undefined) return { skipped: 'it has no association' }
    await model.findOne({ include: [{ association: as }] })
    return { worked: true, says: as }
  },
  write,
}

/** Thrown to roll a transaction back. */
class RolledBack extends Error {}

async function write(model: ModelClass): Promise<Attempted> {
  let went: Attempted = { skipped: 'the transaction ended early' }
  try {
    await model.sequelize?.transaction(async (transaction) => {
      went = await createAndDestroy(model, transaction)
      throw new RolledBack()
    })
  } catch (error) {
    if (!(error instanceof RolledBack)) throw error
  }
  return went
}

/** Runs without hooks: they may send mail. */
async function createAndDestroy(model: ModelClass, transaction: object): Promise<Attempted> {
  const quiet = { transaction, hooks: false, validate: false }
  const sample = (await model.findOne({ transaction, paranoid: false })) ?? undefined
  const values = Object.entries(attributesOf(model)).flatMap(([name, attribute]) => {
    const value = valueFor(attribute, sample?.get(name))
    return value === undefined ? [] : [[name, value] as const]
  })
  let row: Awaited<ReturnType<ModelClass['create']>>
  try {
    row = await model.create(Object.fromEntries(values), quiet)
  } catch (error) {
    if (!isConstraint(error)) throw error
    return { skipped: `a row could not be made up: ${messageOf(error)}` }
  }
  await row.destroy(quiet)
  return { worked: true, says: '(rolled back)' }
}

/** Version 7 throws when rawAttributes is read. */
const attributesOf = (model: ModelClass): Record<string, Attribute> =>
  model.modelDefinition ? Object.fromEntries(model.modelDefinition.attributes) : (model.rawAttributes ?? {})

const isConstraint = (error: unknown): boolean =>
  /Unique|ForeignKey|Validation|CheckConstraint|not-null|NOT NULL|violates|invalid input value|Data too long/i.test(
    `${asError(error).name} ${messageOf(error)}`,
  )

/** Fills required attributes only, and copies foreign keys from an existing row. */
function valueFor(attribute: Attribute, sample: unknown): unknown {
  const { allowNull, defaultValue, autoIncrement, references, primaryKey, type } = attribute
  if (references) return sample
  if (autoIncrement || defaultValue !== undefined) return undefined
  if (allowNull !== false && !primaryKey) return undefined
  return made(type)
}

function made(type: Attribute['type']): unknown {
  // The class name, because version 7 throws when `key` is read.
  const key = type?.constructor.name ?? ''
  if (/^(STRING|TEXT|CHAR|CITEXT|VARCHAR)/i.test(key)) return `x${randomUUID().slice(0, 7)}`
  if (/^(INTEGER|BIGINT|SMALLINT|MEDIUMINT|TINYINT|DECIMAL|FLOAT|DOUBLE|REAL)/i.test(key))
    return 1_000_000 + Math.floor(Math.random() * 1_000_000)
  if (/^BOOL/i.test(key)) return false
  if (/^(DATE|NOW)/i.test(key)) return new Date()
  if (/^TIME/i.test(key)) return '12:00:00'
  if (/^UUID/i.test(key)) return randomUUID()
  if (/^JSON/i.test(key)) return {}
  if (/^ENUM/i.test(key)) return type?.values?.[0] ?? type?.options?.values?.[0]
  if (/^ARRAY/i.test(key)) return []
  return /^BLOB/i.test(key) ? Buffer.from('x') : 'x'
}
