/** Reports for GitLab's code quality, as a list of issues. */

import { helpUri } from '../our-names'
import type { Finding, Reporter } from '../types'
import { spanOf } from './json-finding'
import { listed, withFingerprints } from './listed'
import { withoutControls, withoutSecrets } from './safe'

const SEVERITIES: Record<Finding['severity'], string> = { error: 'major', warning: 'minor', note: 'info' }

export const gitlab: Reporter = {
  name: 'gitlab',
  fromRoot: true,
  report(outcome, view) {
    const issues = withFingerprints(listed(outcome), view).map(([finding, fingerprint]) => {
      const { file, line, endLine } = spanOf(finding.origin, view)
      return {
        description: withoutSecrets(`${finding.message} ${finding.hint}`),
        content: { body: helpUri(finding.rule) },
        check_name: finding.rule,
        fingerprint,
        severity: SEVERITIES[finding.severity],
        location: { path: file, lines: { begin: line, ...(endLine && { end: endLine }) } },
      }
    })
    return `${withoutControls(JSON.stringify(issues, null, 2))}\n`
  },
}
