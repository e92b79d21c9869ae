/** Reports in JUnit XML: one case per model that asks for soft delete, and one per unreadable file. */

import type { Finding, Reporter, View } from '../types'
import { listed } from './listed'
import { relative } from './place'
import { safe } from './safe'

export const junit: Reporter = {
  name: 'junit',
  report(outcome, view) {
    const { findings } = outcome
    const proven = outcome.models.filter(({ status }) => status === 'ok')
    const all = [...listed(outcome), ...(outcome.accepted ?? [])]
    const errors = findings.filter(({ model }) => model === null).length
    const counts = `tests="${proven.length + all.length}" failures="${findings.length - errors}" errors="${errors}" skipped="${all.length - findings.length}"`
    return `${[
      '<?xml version="1.0" encoding="UTF-8"?>',
      `<testsuites ${counts}>`,
      `  <testsuite name="deletedat-codemod" ${counts}>`,
      ...proven.map(({ model }) => testcase(relative(view.cwd, model.origin.file), String(model.name))),
      ...all.map((finding) => findingCase(finding, findings.includes(finding), view)),
      '  </testsuite>',
      '</testsuites>',
    ].join('\n')}\n`
  },
}

function findingCase(finding: Finding, isFailing: boolean, view: View): string {
  const { model, rule, origin, modelAt } = finding
  const file = relative(view.cwd, (modelAt ?? origin).file)
  if (!isFailing) return testcase(file, model ?? rule, `<skipped ${message(finding)}/>`)
  return testcase(file, model ?? rule, failure(model === null ? 'error' : 'failure', finding, view))
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

const message = ({ message, accepted }: Finding): string =>
  `message="${xml(accepted ? `Accepted: ${accepted.reason}` : message)}"`

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** U+FFFE and U+FFFF are not allowed in XML. */
const xml = (text: string): string =>
  safe(text)
    .replace(/[\ufffe\uffff]/g, '?')
    .replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign)
