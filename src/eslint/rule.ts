/** The rule `paranoid-column`: the finding of `check` where `paranoid` stands, with C and B as suggestions. */

import path from 'node:path'
import { settingsOf } from '../api/settings'
import { fixesFor } from '../commands/fixes'
import { UserError } from '../errors'
import { helpUri } from '../our-names'
import type { Finding, Fix, Settings } from '../types'
import { scanOf, withoutMark } from './scans'
import type { Context, Location, Report, Rule } from './types'

/** Those options of `check` that say where to look, and how strictly. */
interface Options {
  cwd?: string
  paths?: string[]
  migrations?: string[]
  ignore?: string[]
  only?: string[]
  sequelizeVersion?: string
  env?: string
  strict?: boolean
}

const strings = { type: 'array', items: { type: 'string' } }
const string = { type: 'string' }

export const rule: Rule = {
  meta: {
    type: 'problem',
    hasSuggestions: true,
    docs: {
      description: 'Sequelize models that are paranoid while their table has no column for it',
      url: helpUri('missing-column'),
      recommended: true,
    },
    messages: { finding: '{{message}} {{hint}}', fault: '{{message}} {{hint}}', suggestion: '{{says}}' },
    schema: [
      {
        type: 'object',
        properties: {
          cwd: string,
          paths: strings,
          migrations: strings,
          ignore: strings,
          only: strings,
          sequelizeVersion: string,
          env: string,
          strict: { type: 'boolean' },
        },
        additionalProperties: false,
      },
    ],
    defaultOptions: [{}],
  },
  create: (context: Context) => ({
    Program: () => {
      try {
        for (const report of reportsFor(context)) context.report(report)
      } catch (error) {
        if (!(error instanceof UserError)) throw error
        context.report({
          loc: { start: { line: 1, column: 0 }, end: { line: 1, column: 0 } },
          messageId: 'fault',
          data: { message: error.what, hint: error.todo },
          suggest: [],
        })
      }
    },
  }),
}

function reportsFor({ cwd, physicalFilename: file, options, sourceCode }: Context): Report[] {
  if (!path.isAbsolute(file)) return []
  const [given = {}]: Options[] = options.filter((one) => typeof one === 'object' && one !== null)
  const from = path.resolve(cwd, given.cwd ?? '.')
  const settings = (): Settings => settingsOf('check', { ...given, cwd: from })
  const project = scanOf(JSON.stringify([from, given]), settings, file, sourceCode.text)
  if (!project) return []
  // A mark that ESLint has taken off shifts every place.
  const text = project.scanned.reader.read(file) ?? ''
  const shift = text.length - (withoutMark(text) ?? '').length
  const findings = project.scanned.findings.filter(
    ({ origin, model }) => origin.file === file && model !== null && isAskedFor(model, given),
  )
  if (!findings.length) return []
  const fixes = fixesFor(findings, project.scanned, project.settings)
  const placeOf = (index: number) => sourceCode.getLocFromIndex(index - shift)
  return findings.map((finding) => reportOf(finding, fixes.get(finding) ?? [], file, placeOf, shift))
}

const isAskedFor = (model: string, { only = [] }: Options): boolean => !only.length || only.includes(model)

function reportOf(
  finding: Finding,
  fixes: Fix[],
  file: string,
  placeOf: (index: number) => Location,
  shift: number,
): Report {
  const [start, end] = finding.origin.span
  return {
    loc: { start: placeOf(start), end: placeOf(end) },
    messageId: 'finding',
    data: { message: finding.message, hint: finding.hint },
    suggest: fixes
      .filter(({ edits }) => edits.every((edit) => edit.file === file))
      .map(({ says, edits }) => ({
        messageId: 'suggestion',
        data: { says },
        fix: (fixer) =>
          edits.map(({ span, text }) => fixer.replaceTextRange([span[0] - shift, span[1] - shift], text)),
      })),
  }
}
