/** SARIF 2.1.0, which code scanning reads. */

import type { Finding, Origin, Reporter, Rule, View } from '../types'
import { listed, withFingerprints } from './listed'
import { relative } from './place'
import { withoutControls, withoutSecrets } from './safe'

const RULES: Record<Rule, string> = {
  'missing-column': 'The model is paranoid, and its table lacks the column.',
  'misnamed-column': 'The column is there under another name than the model asks for.',
  'missing-table': 'The table of the model is not in the database.',
  pending: 'A migration makes the column, and the database has not run it.',
  'wrong-type': 'The column cannot hold a deletion time.',
  'inert-paranoid': 'Timestamps are off, so paranoid does nothing.',
  'broken-paranoid': 'Paranoid is set so that every query throws or matches nothing.',
  undecided: 'The options of the model cannot be read.',
  unproven: 'Nothing shows what columns the table has.',
  unreadable: 'The file cannot be read.',
}

export const sarif: Reporter = {
  name: 'sarif',
  report(outcome, view) {
    const rules = Object.keys(RULES)
    const results = withFingerprints(listed(outcome), view).map(([finding, print]) => ({
      ruleId: finding.rule,
      ruleIndex: rules.indexOf(finding.rule),
      level: finding.severity,
      message: { text: withoutSecrets(`${finding.message} ${finding.hint}`) },
      locations: [locationOf(finding.origin, view)],
      relatedLocations: related(finding, view),
      partialFingerprints: { 'deletedat/v1': print },
    }))
    const log = {
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
          tool: {
            driver: {
              name: 'deletedat-codemod',
              version: view.version,
              rules: Object.entries(RULES).map(([id, text]) => ({ id, shortDescription: { text } })),
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

const locationOf = ({ file, line, column }: Origin, { cwd }: View) => ({
  physicalLocation: {
    artifactLocation: { uri: relative(cwd, file).split('/').map(inUri).join('/') },
    region: { startLine: line, startColumn: column },
  },
})

/** Half a letter has no place in a URI. */
const inUri = (part: string): string => encodeURIComponent(withoutControls(part))

const related = ({ origin, modelAt, model, evidence }: Finding, view: View) => [
  ...(modelAt && modelAt.file !== origin.file
    ? [{ ...locationOf(modelAt, view), message: { text: `${model} is defined here` } }]
    : []),
  ...(evidence
    ? [{ ...locationOf(evidence.at, view), message: { text: withoutSecrets(evidence.says) } }]
    : []),
]
