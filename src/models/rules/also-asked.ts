/** Finds the other columns that Sequelize uses by itself: createdAt and updatedAt (R12), and version (R36). */
import { isUnknown } from '../../values'
import { columnOf } from './column'
import { declaredAttribute } from './declared'
import { namedBy } from './deletion'
import type { Facts } from './facts'
import type { Settled } from './known'

/** Returns these columns of a model with timestamps. Omits unknown ones, and adds nothing to the trace. */
export function all(told: Facts): string[] {
  if (told.edition.major < 4) return []
  const facts = { ...told, trace: [] }
  const attributes = [stampNamed(facts, 'createdAt'), stampNamed(facts, 'updatedAt'), versionNamed(facts)]
  return attributes.flatMap((attribute) => {
    if (attribute === undefined) return []
    const declared = declaredAttribute(facts, attribute)
    if (declared && !isUnknown(declared) && !hasColumn(declared.read('type').value)) return []
    const column = columnOf(facts, attribute, declared)
    return isUnknown(column) ? [] : [column]
  })
}

/** Whether an attribute has a column: a virtual one, or one whose type cannot be told, does not count. */
function hasColumn(type: Settled): boolean {
  if (type === undefined || typeof type === 'string') return true
  if (typeof type !== 'object' || type === null || (type.kind !== 'ref' && type.kind !== 'unknown'))
    return false
  return /\b[A-Z]{2,}/.test(type.text) && !type.text.includes('VIRTUAL')
}

function stampNamed(facts: Facts, key: 'createdAt' | 'updatedAt'): string | undefined {
  const option = facts.read(key)
  if (option.value === false || isUnknown(option.value)) return undefined
  const name = namedBy(facts, option, key)
  return isUnknown(name) ? undefined : name
}

function versionNamed({ read }: Facts): string | undefined {
  const { value } = read('version')
  return typeof value === 'string' && value ? value : value === true ? 'version' : undefined
}
