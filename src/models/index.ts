/** DOOR. Reads files and returns the models that their code defines. */

import { findSyntaxFaults, type Reader, SyntaxFault } from '../ast'
import type { Association, Model, Unheard } from '../types'
import { associationsIn } from './associations'
import { attempt } from './attempt'
import { type Called, calledFrom } from './called'
import { calling, cover, defining, namesGiven, type Search } from './coverage'
import { decorators } from './decorators'
import { define } from './define'
import { type DependsOn, dependenceIn } from './dependence'
import { enteredFirst, leading, loadsModels, makesInstance, methodsOf } from './entered'
import { dialectOf, type InstanceSources, instanceOptions, projectWideOptions } from './inheritance'
import { init } from './init'
import { agreed, type Judgement, lastInits, withoutRepeats } from './merge'
import { createRecorder, type Recorder } from './recorder'
import { applyRules, type RulesContext } from './rules'
import type { FoundModel, ModelStyle } from './style'
import { unheardIn } from './unheard'

export { makesInstance } from './entered'
export { compareWithRuntime } from './reflected'

/** All styles of defining a model. */
const styles: ModelStyle[] = [define, init, decorators]

/** Whether a file's text shows that the file must run first. */
export const leadsToModels = leading(styles)

/** Whether a file's text may make the Sequelize instance, or pass something to models that it loads. */
export const handsToModels = (text: string): boolean => makesInstance(text) || loadsModels(text)

interface ModelFiles extends InstanceSources {
  /** The project's root. */
  root: string
  /** The value of --env or NODE_ENV, if one is set. */
  environment?: string
  /** Absolute paths of the files whose models the caller wants. */
  files: string[]
  /** Whether a file runs first: see `leadsToModels`. */
  leads(file: string): boolean
  /** Files that make the Sequelize instance, or pass something to the models. */
  around: string[]
  /** Returns the files that may call functions of this one; runs only when a parameter matters. */
  callersOf(file: string): string[]
  /** Whether a file outside `files` belongs to the project too, because its code loads models from it. */
  isElsewhere?(file: string): boolean
  /** Files that have changed: what they define by calling code of other files counts, wherever that lies. */
  changed?: ReadonlySet<string>
  /** Runs every file first, whatever it contains; the tests compare the normal choice of files with this. */
  everything?: true
}

export interface ModelsRead {
  models: Model[]
  /** Files that could not be parsed. */
  faults: { file: string; fault: SyntaxFault }[]
  /** Files with a fault that other files import. */
  needed: Set<string>
  /** Files that ask for soft delete, but from which no model was read. */
  unheard: Unheard[]
  /** The dialect of the project's instances, if all agree. */
  dialect?: string
  dependsOn: DependsOn
}

/** Returns every model that the files define, as Sequelize would see it. Reads the files and runs no code. */
export function readModels(input: ModelFiles, reader: Reader, rules: RulesContext): ModelsRead {
  const recorder = createRecorder(reader, styles, input)
  const called = calledFrom({ ...reader, ...input })
  const first = [...input.around, ...(input.everything ? input.files : enteredFirst({ ...reader, ...input }))]
  for (const file of [...first, ...called.callers]) visit(file, recorder)
  const entered = enterAll(first, called, input, recorder)
  findSyntaxFaults(recorder.machine)
  const inherited = projectWideOptions(input, recorder)
  const inputFiles = new Set(input.files)
  const judge = (one: FoundModel): Model =>
    applyRules(
      {
        ...one.definition,
        ...(one.isMerged && recorder.tampered && { options: recorder.tampered }),
        sequelize: instanceOptions(one, recorder, inherited),
      },
      rules,
    )
  // Literals are evaluated only here, so judging can fail on a file.
  const judged = (one: FoundModel): Judgement[] => {
    const all: Judgement[] = []
    attempt(one.definition.origin.file, recorder, () => void all.push({ ...one, model: judge(one) }))
    return all
  }
  const found = withoutRepeats(
    lastInits([...recorder.found.filter((one) => !one.unattended), ...entered]),
  ).filter(({ definition, unattended, site }) => {
    const { file } = definition.origin
    if (inputFiles.has(file) || unattended) return inputFiles.has(file)
    return (
      input.isElsewhere?.(file) === true || site.stack.some(({ source }) => input.changed?.has(source.file))
    )
  })
  const models = agreed(found.flatMap(judged))
  const { machine } = recorder
  const needed = new Set([...machine.faults.keys()].filter((file) => !first.includes(file)))
  const code = new Set(input.code)
  const unheard = unheardIn(
    input.files.filter((file) => code.has(file)),
    models,
    new Set([...contributingFiles(recorder), ...input.configs, ...input.frameworkConfigs]),
    machine,
  )
  return {
    models,
    faults: faultsOf(recorder, inputFiles),
    needed,
    unheard,
    dialect: dialectOf(inherited.plain),
    dependsOn: dependenceIn(recorder, found, input.around, [...input.configs, ...input.frameworkConfigs]),
  }
}

/** Returns every association that the files make. Reads each file and its imports once. */
export const readAssociations = (
  input: Pick<ModelFiles, 'root' | 'environment' | 'files'>,
  reader: Reader,
  rules: RulesContext,
): Association[] => associationsIn(createRecorder(reader, styles, input), input.files, rules)

function visit(file: string, recorder: Recorder): void {
  attempt(file, recorder, () => void recorder.machine.module(file))
}

/** Enters functions that no run reached: through their callers if there are any, else with unknown arguments. */
function enterAll(
  files: string[],
  { outside, between, callers }: Called,
  input: ModelFiles,
  recorder: Recorder,
): FoundModel[] {
  const entered = new Map<string, string[]>()
  const search = { ...defining(methodsOf(styles)), unattended: true }
  const own = (file: string) => coverFile(file, recorder, { ...search, inherited: false })
  const rest = (file: string) => coverFile(file, recorder, { ...search, inherited: true })
  // Enters a class's own functions first: an inherited initializer may be meant for other classes.
  for (const cover of [own, rest])
    for (const file of new Set([...files, ...outside]))
      entered.set(file, [...(entered.get(file) ?? []), ...cover(file)])
  const all = callersOf(entered, input)
  const isOpen = outside.some((file) => entered.get(file)?.length)
  const names = isOpen ? between.flatMap((file) => namesGiven(recorder.machine.module(file))) : []
  for (const one of names.length ? callers : []) all.set(one, new Set([...(all.get(one) ?? []), ...names]))
  for (const [caller, names] of all) {
    const search = calling(names)
    // A file without the name in its text cannot call the function by it.
    if (!names.has('') && (recorder.machine.reader.read(caller) ?? '').search(search.words) < 0) continue
    visit(caller, recorder)
    coverFile(caller, recorder, { ...search, inherited: true, unattended: false })
  }
  const attended = <T extends { unattended: boolean }>(all: T[], key: (one: T) => unknown) =>
    new Set(all.filter((one) => !one.unattended).map(key))
  const connected = attended(recorder.connections, ({ at }) => `${at.file}:${at.span[0]}`)
  recorder.connections = recorder.connections.filter(
    (one) => !one.unattended || !connected.has(`${one.at.file}:${one.at.span[0]}`),
  )
  const identity = ({ cls, site }: FoundModel) => cls?.node ?? site.node
  const called = attended(recorder.found, identity)
  return recorder.found.filter((one) => one.unattended && !called.has(identity(one)))
}

/** Maps each file that may call the entered functions of other files to the names that it may call. */
function callersOf(entered: Map<string, string[]>, input: ModelFiles): Map<string, Set<string>> {
  const callers = new Map<string, Set<string>>()
  for (const [file, names] of entered)
    for (const caller of names.length ? input.callersOf(file) : [])
      callers.set(caller, new Set([...(callers.get(caller) ?? []), ...names]))
  return callers
}

interface Covering extends Omit<Search, 'children'> {
  unattended: boolean
}

function coverFile(file: string, recorder: Recorder, { unattended, ...search }: Covering): string[] {
  let names: string[] = []
  attempt(file, recorder, () => {
    const module = recorder.machine.module(file)
    if (module?.source.program.type !== 'Program') return
    recorder.unattended = unattended
    names = cover(module, { ...search, children: recorder.children }, recorder.machine)
  })
  recorder.unattended = false
  return names
}

/** Returns the files that a definition or a connection came from, even if it does not count in the end. */
const contributingFiles = ({ found, connections }: Recorder): Set<string> =>
  new Set([
    ...connections.map(({ at }) => at.file),
    ...found.flatMap(({ site }) => [site, ...site.stack].map(({ at }) => at.file)),
  ])

const faultsOf = ({ machine }: Recorder, inputFiles: Set<string>) =>
  [...machine.faults].flatMap(([file, fault]) =>
    inputFiles.has(file) && fault instanceof SyntaxFault ? [{ file, fault }] : [],
  )
