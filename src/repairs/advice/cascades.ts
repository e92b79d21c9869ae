/** Finds foreign keys that cascade deletes and have no effect when the row is only soft-deleted. */

import type { Reader } from '../../ast'
import { referencesOf, sameTable } from '../../judging'
import type { Advice, Model, Origin, Schema, TableName } from '../../types'
import { originOf, walk } from '../edits/source'
import { cascadeAt } from '../places/association'
import { knownModels } from '../places/known'
import { openFile } from '../places/place'
import type { Kept } from './uniques'

/** One cascade: the rows of `to` point to `from`. */
interface Cascade {
  from: Kept
  to: TableName
  at: Origin
}

export function cascadeAdvice(
  kept: Kept[],
  models: Model[],
  schema: Schema,
  files: string[],
  reader: Pick<Reader, 'read' | 'resolve'>,
): Advice[] {
  const all = [...builtIn(schema, kept), ...writtenIn(files, kept, models, reader)]
  const isFirst = (one: Cascade, index: number) =>
    all.findIndex(({ from, to }) => from === one.from && sameTable(to, one.to)) === index
  return all.filter(isFirst).map(adviceOn)
}

const adviceOn = ({ from, to, at }: Cascade): Advice => ({
  kind: 'cascade-skips',
  model: from.name,
  table: to,
  message: `${from.name}: ON DELETE CASCADE of "${to.name}" never fires, for destroy() only notes the time; the rows stay.`,
  hint: `Destroy them in a beforeDestroy hook of ${from.name}, with individualHooks where many are destroyed; hooks: true of the association does not do it.`,
  at,
})

const builtIn = (schema: Schema, kept: Kept[]): Cascade[] =>
  schema.tables.flatMap((table) =>
    referencesOf(table).flatMap(({ to, onDelete, at }) => {
      const from = onDelete === 'CASCADE' ? kept.find((one) => sameTable(one.table, to)) : undefined
      return from ? [{ from, to: table.name, at }] : []
    }),
  )

function writtenIn(
  files: string[],
  kept: Kept[],
  models: Model[],
  reader: Pick<Reader, 'read' | 'resolve'>,
): Cascade[] {
  const known = knownModels(models, reader)
  return files
    .filter((file) => /cascade/i.test(reader.read(file) ?? ''))
    .flatMap((file) => {
      const opened = openFile(file, known, reader.read)
      const found: Cascade[] = []
      if (opened)
        walk(opened.source.program, (node) => {
          const cascade = cascadeAt(node, opened)
          const from = cascade && kept.find(({ model }) => model === cascade.from)
          const to = cascade?.to
          if (from && typeof to === 'object' && 'name' in to.table)
            found.push({ from, to: to.table, at: originOf(node, opened.source) })
        })
      return found
    })
}
