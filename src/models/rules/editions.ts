/** Describes how Sequelize's major versions differ, and chooses the version for a definition. */
import type { Definition, Inflector } from '../../types'

export interface RulesContext {
  /** Sequelize's version: '6.37.8'. If it is empty, sequelize-typescript's version decides, else 6. */
  version: string
  /** sequelize-typescript's version, if the project has it. */
  typescriptVersion?: string
  dialect?: string
  inflector: Inflector
}

export interface Edition {
  major: number
  /** The package of the class's decorators. */
  decorators?: 'sequelize-typescript' | 'core'
  /** The option that snake-cases a table name made from the model's name (R3, R32). */
  tableSnakedBy?: 'underscored' | 'underscoredAll'
  /** What `underscored` snake-cases: every column name (R14), only the default name, or the attribute's name (R32). */
  snaked: 'column' | 'default' | 'attribute'
  /** `name.plural` is the table's name (R4). */
  pluralByOption: boolean
  /** `deletedAt` must be a string or a boolean (R12); 'perhaps' before 6.3.4, because a range may allow newer ones. */
  strictDeletedAt: boolean | 'perhaps'
  /** Timestamp attributes must be DATE and nullable (R16). */
  strictAttribute: boolean
  /** `new Sequelize({ schema })` counts (R8). */
  instanceSchema: boolean
  /** An empty schema leaves the choice to the instance (R8). */
  emptySchemaFallsThrough: boolean
  /** `define: { modelName }` names a model without a name of its own (R2). */
  globalModelName: boolean
  /** `define: { timestamps: undefined }` hides Sequelize's own default (R1). */
  undefinedDefineCounts: boolean
  /** sequelize-typescript 0.x puts its own defaults under `define` (R33). */
  quietDefaults: boolean
}

export function editionFor(definition: Definition, context: RulesContext): Edition {
  const decorators = decoratorsOf(definition, context)
  const typescript = numberOf(context.typescriptVersion)
  const major = majorFor(decorators, numberOf(context.version), typescript)
  return {
    ...edition(major),
    ...(isBefore634(context.version) && major === 6 && { strictDeletedAt: 'perhaps' as const }),
    decorators,
    quietDefaults: decorators === 'sequelize-typescript' && typescript === 0,
  }
}

const isBefore634 = (version: string) => /^6\.([0-2]\.|3\.[0-3]\b)/.test(version)

function edition(major: number): Edition {
  return {
    major,
    tableSnakedBy: major >= 5 ? 'underscored' : major >= 2 ? 'underscoredAll' : undefined,
    snaked: major >= 5 ? 'column' : major >= 2 ? 'default' : 'attribute',
    pluralByOption: major >= 7,
    strictDeletedAt: major >= 6,
    strictAttribute: major >= 7,
    instanceSchema: major >= 4,
    emptySchemaFallsThrough: major >= 7,
    globalModelName: major >= 4 && major <= 6,
    undefinedDefineCounts: major >= 7,
    quietDefaults: false,
  }
}

function decoratorsOf(definition: Definition, context: RulesContext): Edition['decorators'] {
  if (!definition.decorated) return undefined
  for (const { properties } of definition.decorated) {
    for (const { decorators } of properties) {
      for (const { module } of decorators) {
        if (module.startsWith('@sequelize/')) return 'core'
        if (module.includes('sequelize-typescript')) return 'sequelize-typescript'
      }
    }
  }
  return (numberOf(context.version) ?? 6) >= 7 && !context.typescriptVersion ? 'core' : 'sequelize-typescript'
}

/** Only version 7 has the decorators of `@sequelize/core`; sequelize-typescript supports no version above 6. */
function majorFor(
  decorators: Edition['decorators'],
  given: number | undefined,
  typescript: number | undefined,
) {
  if (decorators === 'core') return Math.max(7, given ?? 7)
  const byTypescript = typescript === undefined ? 6 : Math.min(4 + typescript, 6)
  if (given === undefined) return byTypescript
  return decorators === 'sequelize-typescript' && given > 6 ? byTypescript : given
}

function numberOf(version: string | undefined): number | undefined {
  const digits = version?.match(/\d+/)?.[0]
  return digits === undefined ? undefined : Number(digits)
}
