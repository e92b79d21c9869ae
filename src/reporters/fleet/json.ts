/** A fleet for programs: schema/fleet.schema.json. Fields are only ever added. */

import type { FleetReporter } from '../../types'
import { withoutControls, withoutSecrets } from '../safe'

export const json: FleetReporter = {
  name: 'json',
  report({ reports, faults, notes, counts, rules }, { version }) {
    const document = {
      schemaVersion: 1,
      tool: { name: 'deletedat-codemod', version },
      command: 'merge',
      summary: {
        reports: reports.length,
        unreadable: faults.length,
        ...counts,
        rules: Object.fromEntries(rules),
      },
      reports: reports.map(
        ({ name, file, command, evidence, sequelize, dialect, state, all, next, ...summary }) => ({
          name,
          file,
          command,
          evidence,
          sequelize,
          dialect,
          state,
          summary,
          findings: all.map(({ table, message, hint, ...one }) => ({
            ...one,
            message: withoutSecrets(message),
            hint: withoutSecrets(hint),
            table: table && { schema: table.schema ?? null, name: table.name },
          })),
          next: next === null ? null : withoutSecrets(next),
        }),
      ),
      unreadable: faults,
      notes,
    }
    return `${withoutControls(JSON.stringify(document, null, 2))}\n`
  },
}
