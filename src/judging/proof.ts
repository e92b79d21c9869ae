/** Counts how many of the models that use soft delete are proven. */

import type { Judged, Proof } from '../types'

/** Counts each model that is paranoid, or that may be. */
export function proofOf(models: Judged[]): Proof {
  const asking = models.filter(({ status }) => status !== 'not-paranoid')
  const having = (status: Judged['status']) => asking.filter((one) => one.status === status).length
  const [proven, undecided, unproven] = [having('ok'), having('undecided'), having('unproven')]
  const paranoid = asking.length
  return { paranoid, proven, faulty: paranoid - proven - undecided - unproven, undecided, unproven }
}

/** Whether there are models to judge, and all of them are undecided or unproven. */
export const isNothingProven = ({ paranoid, proven, faulty }: Proof): boolean =>
  paranoid > 0 && proven === 0 && faulty === 0
