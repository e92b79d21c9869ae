/** Reports for GitLab's code quality, as a list of issues. */

import type { Finding, Reporter } from '../types'
import { listed, withFingerprints } from './listed'
import { relative } from './place'
import { withoutControls, withoutSecrets } from './safe'

const SEVERITIES: Record<Finding['severity'], string> = { error: 'major', warning: 'minor', note: 'info' }

export const gitlab: Reporter = {
  name: 'gitlab',
  report(outcome, view) {
    const issues = withFingerprints(listed(outcome), view).map(([finding, fingerprint]) => ({
      description: withoutSecrets(`${finding.message} ${finding.hint}`),
      check_name: finding.rule,
      fingerprint,
      severity: SEVERITIES[finding.severity],
      location: { path: relative(view.cwd, finding.origin.file), lines: { begin: finding.origin.line } },
    }))
    return `${withoutControls(JSON.stringify(issues, null, 2))}\n`
  },
}
