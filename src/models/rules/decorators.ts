/** Reads decorators of models and attributes that are alike in sequelize-typescript and version 7. */

import type { DecoratedClass, Decorator, ObjectValue, Unknown } from '../../types'
import { isObject, isRef, isUnknown } from '../../values'
import { typeNamed } from './declared'
import type { Broken } from './faults'
import { type Settle, type Settled, truth } from './known'
import { reader } from './options'
import { emptyObject, made } from './spread'

/** A definition without its style. */
export interface Written {
  name: Settled
  options: Settled
  attributes: Settled
  /** The fault of decorators that contradict each other. */
  broken?: Broken
}

/** Returns the model options that a property's decorator sets. */
export function modelOptionsBy({ name, at }: Decorator, property: string): ObjectValue | undefined {
  if (name === 'DeletedAt') return made(name, at, { deletedAt: property, timestamps: true, paranoid: true })
  if (name === 'CreatedAt') return made(name, at, { createdAt: property, timestamps: true })
  return name === 'UpdatedAt' ? made(name, at, { updatedAt: property, timestamps: true }) : undefined
}

/** Reads the argument of `@Column` or `@Attribute`: options, or only a type. */
export function attributeBy({ name, args, at }: Decorator, settle: Settle): ObjectValue {
  const value = settle(args[0])
  if (isObject(value)) return value
  if (typeof value === 'string' || isRef(value) || typeNamed(value)) {
    return made(name, at, { type: value })
  }
  return isUnknown(value) ? { ...emptyObject(at), open: value } : emptyObject(at)
}

/** Returns the modelName from `@Table` of this class, else the name of the class. */
export function modelNameBy({ name, table }: DecoratedClass, settle: Settle): Settled {
  const option = reader([{ from: 'own', holder: settle(table?.options) }], settle)('modelName').value
  if (isUnknown(option)) return { ...option, text: name }
  return truth(option) === false ? name : option
}

/** Returns the unknown of a base that cannot be read (it has no name); the base may also declare any attribute. */
export function unreadBase({ name, table }: DecoratedClass, settle: Settle): Unknown | undefined {
  const options = name === '' ? settle(table?.options) : undefined
  return isUnknown(options) ? options : undefined
}
