/** Reports in SARIF 2.1.0, for code scanning. */

import { findingKinds } from '../finding-kinds'
import { helpUri, REPOSITORY } from '../our-names'
import type { Acceptance, Finding, Origin, Reporter, View } from '../types'
import { spanOf } from './json-finding'
import { listed, withFingerprints } from './listed'
import { relative } from './place'
import { withoutControls, withoutSecrets } from './safe'

export const sarif: Reporter = {
  name: 'sarif',
  fromRoot: true,
  report(outcome, view) {
    const rules = Object.keys(findingKinds)
    const results = withFingerprints([...listed(outcome), ...(outcome.accepted ?? [])], view).map(
      ([finding, print]) => ({
        ruleId: finding.rule,
        ruleIndex: rules.indexOf(finding.rule),
        level: finding.severity,
        message: { text: withoutSecrets(`${finding.message} ${finding.hint}`) },
        locations: [locationOf(finding.origin, view)],
        relatedLocations: related(finding, view),
        partialFingerprints: { 'deletedat/v1': print },
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

const suppressionOf = ({ by, reason }: Acceptance) => ({
  kind: by === 'comment' ? 'inSource' : 'external',
  justification: withoutSecrets(reason),
})

function locationOf(origin: Origin, view: View) {
  const { line, column, endLine, endColumn } = spanOf(origin, view)
  return {
    physicalLocation: {
      artifactLocation: { uri: relative(view.cwd, origin.file).split('/').map(inUri).join('/') },
      region: { startLine: line, startColumn: column, ...(endLine && { endLine, endColumn }) },
    },
  }
}

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
