/** A judged model from a text whose places are marked: `[[options|{ paranoid: [[value|true]] }]]`. */

import path from 'node:path'
import type { Finding, Judged, Model, Origin, RepairContext, Value } from '../../src/types'

export interface Marked {
  text: string
  /** The first place of each name. */
  at: Record<string, Origin>
}

export function marked(source: string, file = path.resolve('/project/models/session.js')): Marked {
  const spans: Record<string, [number, number]> = {}
  const stack: { name: string; start: number }[] = []
  let text = ''
  for (const [token, name] of source.matchAll(/\[\[(\w+)\||\]\]|[\s\S]/g)) {
    if (name !== undefined) stack.push({ name, start: text.length })
    else if (token === ']]') {
      const { name: closed, start } = stack.pop()!
      spans[closed] ??= [start, text.length]
    } else text += token
  }
  const at = Object.fromEntries(
    Object.entries(spans).map(([name, span]) => [name, originOf(text, file, span)]),
  )
  return { text, at }
}

function originOf(text: string, file: string, span: [number, number]): Origin {
  const lines = text.slice(0, span[0]).split(/\r\n|\n|\r/)
  return { file, line: lines.length, column: lines.at(-1)!.length + 1, span }
}

export type JudgedModel = Judged & { finding: Finding }

/** Marks: options, argument, table, attributes, paranoid, value, declared, option, member, mark, model. */
export function judgedFrom(
  { text, at }: Marked,
  also: Partial<Model> & { rule?: Finding['rule']; found?: string } = {},
): JudgedModel {
  const { rule = 'missing-column', found, ...given } = also
  const how = at.options ? 'object' : at.argument ? 'argument' : 'decorator'
  const options = at.options ?? at.argument ?? at.table
  const origin = at.model ?? originOf(text, Object.values(at)[0]!.file, [0, 0])
  const model: Model = {
    name: 'Session',
    style: 'init',
    table: { name: 'sessions' },
    paranoid: true,
    needsColumn: true,
    attribute: 'deletedAt',
    column: 'deletedAt',
    paranoidAt: at.paranoid ?? at.value ?? at.mark,
    paranoidValueAt: at.value,
    declared: at.declared && entry(at.declared, at.declaredValue),
    deletedAtOption: at.option && entry(at.option),
    underscored: false,
    origin,
    sites: {
      ...(options && { options: { how, at: options } }),
      attributes: at.attributes,
      member: at.member,
      deletedAtDecorator: at.mark,
    },
    trace: [],
    ...given,
  }
  const {
    name: model_name,
    column,
    attribute,
    table,
  } = model as Model & { name: string; column: string; attribute: string }
  const finding: Finding = {
    rule,
    severity: 'error',
    model: model_name,
    table: 'name' in (table as object) ? (table as { name: string }) : undefined,
    attribute,
    column,
    found,
    message: '',
    hint: '',
    origin,
  }
  return { model, status: rule as Judged['status'], finding }
}

const entry = (
  at: Origin,
  valueAt: Origin = at,
  value: Value = { kind: 'ref', path: ['DataTypes', 'DATE'], text: 'DataTypes.DATE' },
) => ({ at, valueAt, value })

export const template = {
  suffix: '.cjs',
  template: {
    text: "exports.up = ['__TABLE__', '__COLUMN__', '__MODEL__', '__MIGRATION__', { schema: '__SCHEMA__' }]\nexports.index = '__INDEX__'\n",
    file: '/template.cjs',
  },
}

export function contextOf(
  models: Judged[],
  files: Record<string, string>,
  also: Partial<RepairContext['migrations']> = {},
): RepairContext {
  return {
    models,
    read: (file) => files[file],
    migrations: {
      folder: path.resolve('/project/migrations'),
      existing: [],
      timestamp: '20250530000000',
      fixed: false,
      naming: { prefix: '', joint: '-' },
      parts: [template],
      withIndex: false,
      ...also,
    },
  }
}
