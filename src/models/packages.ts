/** Recognises Sequelize's packages, and their instances and Model classes. */

import type { Cls, Machine, Ref, RValue } from '../ast'
import { isChoice, isClass, isObject, isRef } from '../values'

export const isSequelizePackage = (module: string): boolean =>
  /sequelize/i.test(module) && !/mock|stub|fake|test/i.test(module)

/** Returns the reference of `new Sequelize(...)`, also for an object of a class that extends it. */
export function instanceRef(value: RValue): Ref | undefined {
  if (isRef(value)) return value.isNew && isSequelizePackage(value.module) ? value : undefined
  if (isObject(value)) return instanceRef(value.made)
  return undefined
}

export const isSequelizeClass = (value: RValue): value is Ref & { args?: undefined } => {
  if (!isRef(value) || !isSequelizePackage(value.module) || value.args) return false
  const last = value.path.at(-1)
  return last === undefined || last === 'Sequelize' || last === 'default'
}

/** Returns the end of the chain of parent classes: Sequelize's Model, another value, or undefined. */
export function rootOf(cls: Cls, m: Machine): RValue {
  let parent = m.force(cls.parent)
  while (isClass(parent)) parent = m.force(parent.parent)
  return parent
}

export const isModelClass = (value: RValue): boolean => {
  if (isChoice(value)) return value.of.every((one) => isModelClass(one.value))
  return isRef(value) && value.path.at(-1) === 'Model' && !value.args
}
