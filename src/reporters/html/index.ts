/** DOOR. Reports as one page that people look at: no network, no code but its own, readable without a script. */

import { helpUri } from '../../our-names'
import type { Reporter } from '../../types'
import { findingsSection } from './findings'
import { filters, projectName, top, verdict } from './head'
import { html as markup } from './markup'
import { matrixSection } from './matrix'
import { before, behind } from './more'
import { page } from './page'

export { filterForm, proofBar } from './head'
export { html, type Markup } from './markup'
export { page } from './page'
export { badge, type Level } from './words'

export const htmlReporter: Reporter = {
  name: 'html',
  report: (outcome, view) =>
    page(
      `${verdict(outcome)} · ${projectName(view)}`,
      markup`${top(outcome, view)}
<main id="main">${filters(outcome)}
${before(outcome, view)}
${findingsSection(outcome, view)}
${matrixSection(outcome, view)}
${behind(outcome, view)}
</main>
<footer>Made by deletedat-codemod ${view.version}. What each kind of finding means: <a href="${helpUri('missing-column')}">docs/rules</a>.</footer>`,
    ),
}
