/** Which packages are Sequelize, and what of them is an instance or the Model class. */

import { type Cls, kindOf, type Machine, type Obj, type RChoice, type Ref, type RValue } from '../ast'

export const isSequelizePackage = (module: string): boolean =>
  /sequelize/i.test(module) && !/mock|stub|fake|test/i.test(module)

export const isRef = (value: RValue): value is Ref => kindOf(value) === 'ref'

/** `new Sequelize(...)`, or an object made from a class that extends it. */
export function instanceRef(value: RValue): Ref | undefined {
  if (isRef(value)) return value.isNew && isSequelizePackage(value.module) ? value : undefined
  if (kindOf(value) === 'object') return instanceRef((value as Obj).made)
  return undefined
}

export const isSequelizeClass = (value: RValue): boolean => {
  if (!isRef(value) || !isSequelizePackage(value.module) || value.args) return false
  const last = value.path.at(-1)
  return last === undefined || last === 'Sequelize' || last === 'default'
}

/** Where the chain of parent classes ends: Sequelize's Model, another thing, or nothing. */
export function rootOf(cls: Cls, m: Machine): RValue {
  let parent = m.force(cls.parent)
  while (kindOf(parent) === 'class') parent = m.force((parent as Cls).parent)
  return parent
}

export const isModelClass = (value: RValue): boolean => {
  if (kindOf(value) === 'choice') return (value as RChoice).of.every((one) => isModelClass(one.value))
  return isRef(value) && value.path.at(-1) === 'Model' && !value.args
}
