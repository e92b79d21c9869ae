/** Reports in SARIF 2.1.0, for code scanning. */

import { findingKinds } from '../finding-kinds'
import { helpUri, REPOSITORY } from '../our-names'
import type { Acceptance, Finding, Fix, Origin, Outcome, Reporter, View } from '../types'
import { spanOf } from './json-finding'
import { listed, withFingerprints } from './listed'
import { relative } from './place'
import { withoutControls, withoutSecrets } from './safe'

export const sarif: Reporter = {
  name: 'sarif',
  fromRoot: true,
  report(outcome, view) {
    const rules = Object.keys(findingKinds)
    const fixes = fixesIn(outcome)
    const results = withFingerprints([...listed(outcome), ...(outcome.accepted ?? [])], view).map(
      ([finding, print]) => ({
        ruleId: finding.rule,
        ruleIndex: rules.indexOf(finding.rule),
        level: finding.severity,
        message: { text: withoutSecrets(`${finding.message} ${finding.hint}`) },
        locations: [locationOf(finding.origin, view)],
        relatedLocations: related(finding, view),
        partialFingerprints: { 'deletedat/v1': print },
        ...fixed(fixes.get(finding), view),
        ...(finding.accepted && { suppressions: [suppressionOf(finding.accepted)] }),
      }),
    )
    const log = {
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
          tool: {
            driver: {
              name: 'deletedat-codemod',
              version: view.version,
              informationUri: REPOSITORY,
              rules: Object.entries(findingKinds).map(([id, { means }]) => ({
                id,
                shortDescription: { text: means },
                helpUri: helpUri(id),
              })),
            },
          },
          columnKind: 'utf16CodeUnits',
          invocations: [{ executionSuccessful: outcome.exitCode !== 2, exitCode: outcome.exitCode }],
          results,
        },
      ],
    }
    return `${withoutControls(JSON.stringify(log, null, 2))}\n`
  },
}

const fixesIn = (outcome: Outcome): Map<Finding, Fix[]> =>
  (outcome.command === 'check' && outcome.fixesOf?.(listed(outcome))) || new Map()

/** What an editor or a forge may apply. An edit whose text holds a secret is left out with its repair. */
function fixed(all: Fix[] | undefined, view: View) {
  const fixes = all?.filter(({ edits }) => edits.every(({ text }) => withoutSecrets(text) === text))
  return fixes?.length ? { fixes: fixes.map((fix) => fixOf(fix, view)) } : {}
}

const fixOf = ({ says, edits }: Fix, view: View) => ({
  description: { text: withoutSecrets(says) },
  artifactChanges: [...new Set(edits.map(({ file }) => file))].map((file) => ({
    artifactLocation: artifactOf(file, view),
    replacements: edits
      .filter((edit) => edit.file === file)
      .map(({ span, text }) => {
        const [start, end] = span.map((at) => placeIn(file, at, view))
        return {
          deletedRegion: {
            startLine: start?.line,
            startColumn: start?.column,
            endLine: end?.line,
            endColumn: end?.column,
          },
          insertedContent: { text },
        }
      }),
  })),
})

/** The line and column of an offset. */
const placeIn = (file: string, at: number, view: View) =>
  view.endOf?.({ file, line: 1, column: 1, span: [0, at] }) ?? { line: 1, column: 1 }

const suppressionOf = ({ by, reason }: Acceptance) => ({
  kind: by === 'comment' ? 'inSource' : 'external',
  justification: withoutSecrets(reason),
})

function locationOf(origin: Origin, view: View) {
  const { line, column, endLine, endColumn } = spanOf(origin, view)
  return {
    physicalLocation: {
      artifactLocation: artifactOf(origin.file, view),
      region: { startLine: line, startColumn: column, ...(endLine && { endLine, endColumn }) },
    },
  }
}

const artifactOf = (file: string, { cwd }: View) => ({
  uri: relative(cwd, file).split('/').map(inUri).join('/'),
})

/** A lone surrogate is not allowed in a URI. */
const inUri = (part: string): string => encodeURIComponent(withoutControls(part))

const related = ({ origin, modelAt, model, evidence }: Finding, view: View) => [
  ...(modelAt && modelAt.file !== origin.file
    ? [{ ...locationOf(modelAt, view), message: { text: `${model} is defined here` } }]
    : []),
  ...(evidence
    ? [{ ...locationOf(evidence.at, view), message: { text: withoutSecrets(evidence.says) } }]
    : []),
]
