/** How much of what asks for soft delete is proven. */

import type { Judged, Proof } from '../types'

/** A model counts where it is paranoid, or where that cannot be told. */
export function proofOf(models: Judged[]): Proof {
  const asking = models.filter(({ status }) => status !== 'not-paranoid')
  const having = (status: Judged['status']) => asking.filter((one) => one.status === status).length
  const [proven, undecided, unproven] = [having('ok'), having('undecided'), having('unproven')]
  const paranoid = asking.length
  return { paranoid, proven, faulty: paranoid - proven - undecided - unproven, undecided, unproven }
}

/** There is something to judge, and of nothing could it be told how it stands. */
export const isNothingProven = ({ paranoid, proven, faulty }: Proof): boolean =>
  paranoid > 0 && proven === 0 && faulty === 0
