/** JUnit's XML: a case for each model that asks for soft delete, and for each file that cannot be read. */

import type { Finding, Judged, Reporter, View } from '../types'
import { relative } from './place'
import { safe } from './safe'

export const junit: Reporter = {
  name: 'junit',
  report({ models, findings, proof }, view) {
    const asking = models.filter(({ status }) => status !== 'not-paranoid')
    const files = findings.filter(({ model }) => model === null)
    const failing = asking.filter(({ finding }) => finding && findings.includes(finding))
    const skipped = asking.length - proof.proven - failing.length
    const counts = `tests="${asking.length + files.length}" failures="${failing.length}" errors="${files.length}" skipped="${skipped}"`
    return `${[
      '<?xml version="1.0" encoding="UTF-8"?>',
      `<testsuites ${counts}>`,
      `  <testsuite name="deletedat-codemod" ${counts}>`,
      ...asking.map((judged) => caseOf(judged, failing.includes(judged), view)),
      ...files.map((finding) => fileCase(finding, view)),
      '  </testsuite>',
      '</testsuites>',
    ].join('\n')}\n`
  },
}

function caseOf({ model, finding }: Judged, isFailing: boolean, view: View): string {
  const name = typeof model.name === 'string' ? model.name : model.name.text
  if (!finding) return testcase(relative(view.cwd, model.origin.file), name)
  const outcome = isFailing ? failure('failure', finding, view) : `<skipped ${message(finding)}/>`
  return testcase(relative(view.cwd, model.origin.file), name, outcome)
}

function fileCase(finding: Finding, view: View): string {
  const file = relative(view.cwd, finding.origin.file)
  return testcase(file, finding.rule, failure('error', finding, view))
}

function testcase(file: string, name: string, inside?: string): string {
  const start = `    <testcase classname="${xml(file)}" name="${xml(name)}"`
  return inside === undefined ? `${start}/>` : `${start}>\n      ${inside}\n    </testcase>`
}

function failure(element: 'failure' | 'error', finding: Finding, { cwd }: View): string {
  const { rule, hint, origin } = finding
  const place = `${relative(cwd, origin.file)}:${origin.line}`
  return `<${element} type="${rule}" ${message(finding)}>${xml(`${place}\n${hint}`)}</${element}>`
}

const message = (finding: Finding): string => `message="${xml(finding.message)}"`

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** U+FFFE and U+FFFF are no characters of XML. */
const xml = (text: string): string =>
  safe(text)
    .replace(/[\ufffe\uffff]/g, '?')
    .replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign)
