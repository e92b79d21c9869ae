/** Determines the options of the instance that makes a model: its own, or those of all the project's instances. */

import { type RValue, startOf } from '../ast'
import type { Unknown, Value } from '../types'
import { attempt } from './attempt'
import { configured, frameworkConfigured } from './configured'
import { inheritedBy, projectWide } from './connections'
import { hiddenByHooks } from './define-hooks'
import type { Recorder } from './recorder'
import type { FoundModel } from './style'

/** Where the options of instances may stand. */
export interface InstanceSources {
  /** Every source file of the project except its tests. */
  code: string[]
  /** sequelize-cli's config files: models inherit their options when no code makes an instance. */
  configs: string[]
  /** The config files of egg and Midway, which make the instance themselves. */
  frameworkConfigs: string[]
  /** The framework that makes the instance, and the file that names it. */
  framework?: { name: string; at: string }
}

/** The options for models whose own instance cannot be followed. */
export interface ProjectWide {
  plain: Value
  decorated: Value
}

export const projectWideOptions = (input: InstanceSources, recorder: Recorder): ProjectWide => ({
  plain: inheritance(input, recorder, false),
  decorated: inheritance(input, recorder, true),
})

/** Returns the options of the instance that makes the model. */
export function instanceOptions(one: FoundModel, recorder: Recorder, inherited: ProjectWide): Value {
  const { tampered, hooks, machine } = recorder
  const instance = instanceOf(one, recorder)
  return (
    tampered ??
    hiddenByHooks(one, instance, hooks, machine) ??
    inheritedBy(instance, machine, one.isMerged) ??
    inherited[one.definition.decorated ? 'decorated' : 'plain']
  )
}

function inheritance(input: InstanceSources, recorder: Recorder, isDecorated: boolean): Value {
  const { machine } = recorder
  const code = new Set(input.code)
  const ofProject = recorder.connections.filter(({ at }) => code.has(at.file))
  // Connections of the tests count only if the project's own code makes none.
  const connections = ofProject.length ? ofProject : recorder.connections
  if (connections.length) return projectWide(connections, isDecorated)
  const byFramework = frameworkConfigured(input.frameworkConfigs, machine)
  if (byFramework !== undefined) return byFramework
  for (const file of input.configs) {
    let options: Value
    attempt(file, recorder, () => void (options = configured(file, recorder.machine)))
    if (options !== undefined) return options
  }
  return input.framework && unknownOptions(input.framework)
}

/** The instance that makes the model; of a decorated class, the one that it is added to, if it is only one. */
function instanceOf({ cls, instance }: FoundModel, { added }: Recorder): RValue {
  if (instance !== undefined && instance !== null) return instance
  const [only, ...others] = cls ? (added.get(cls) ?? []) : []
  return others.length ? undefined : only
}

/** The unknown options of an instance that a framework makes, so that no option counts as unset. */
const unknownOptions = ({ name, at }: { name: string; at: string }): Unknown => ({
  kind: 'unknown',
  text: name,
  at: startOf(at),
  why: `${name} makes the instance, and its options were not found`,
})

/** The dialect that the options name in every case. */
export function dialectOf(options: Value): string | undefined {
  if (typeof options !== 'object' || options === null) return undefined
  if (options.kind === 'choice') {
    const all = new Set(options.of.map((one) => dialectOf(one.value)))
    return all.size === 1 ? [...all][0] : undefined
  }
  const dialect = options.kind === 'object' ? options.entries.get('dialect')?.value : undefined
  return typeof dialect === 'string' ? dialect : undefined
}
