/** DOOR. Who runs the migrations of a project: which form a new one has, where it goes, and the command that runs it. */

import type { Runner, RunnerFacts } from '../types'
import { sequelizeCli } from './sequelize-cli'
import { umzug } from './umzug'

export { sourceOf } from './compiled'
export { type Rc, readRc } from './rc'

/** The first that fits; the last fits always. */
export const runners: Runner[] = [umzug, sequelizeCli]

export const runnerOf = (facts: RunnerFacts): Runner => runners.find((one) => one.fits(facts)) ?? sequelizeCli
