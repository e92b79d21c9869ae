/** What stands around the columns: associations, hooks, methods. */

import { camelCased } from './names.mjs'
import { between, pick } from './random.mjs'

const indented = (lines, by = '  ') => lines.map((line) => (line ? by + line : line))

export function associations(random, others) {
  const kinds = ['belongsTo', 'hasMany', 'hasOne']
  return Array.from({ length: between(random, 1, 4) }, () => {
    const other = pick(random, others)
    return [
      `this.${pick(random, kinds)}(models.${other}, {`,
      `  foreignKey: '${camelCased(other)}Id',`,
      `  as: '${camelCased(other)}',`,
      '})',
    ]
  }).flat()
}

const METHODS = [
  (name) => [
    `/** How it is shown in lists; the ${name.toLowerCase()} is told by its number. */`,
    'label() {',
    '  const parts = [this.id, this.title].filter((part) => part !== undefined && part !== null)',
    "  return parts.join(' - ')",
    '}',
  ],
  () => [
    'async refreshTotals(options = {}) {',
    '  const rows = await this.getItems({ transaction: options.transaction })',
    '  // A row without a price counts as nothing.',
    '  this.total = rows.reduce((sum, row) => sum + Number(row.price || 0) * row.quantity, 0)',
    '  if (this.total < 0) {',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a template is what is written.
    '    throw new Error(`The total of ${this.id} is ${this.total}`)',
    '  }',
    '  return this.save(options)',
    '}',
  ],
  () => [
    'toJSON() {',
    '  const values = { ...this.get() }',
    '  delete values.password',
    '  delete values.token',
    '  return values',
    '}',
  ],
  () => [
    'isOpen(now = new Date()) {',
    "  return this.status === 'open' && (!this.ended || this.ended > now)",
    '}',
  ],
  () => [
    'slugged() {',
    "  const plain = String(this.title).toLowerCase().replace(/[^a-z0-9]+/g, '-')",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a template is what is written.
    "  return plain.replace(/^-|-$/g, '') || `item-${this.id}`",
    '}',
  ],
]

/** @param lines about how many there may be */
export function methods(random, name, lines) {
  const made = []
  const left = [...METHODS]
  while (made.length < lines && left.length) {
    const [method] = left.splice(Math.floor(random() * left.length), 1)
    made.push(method(name))
  }
  return made
}

export const hooks = (random) =>
  random() < 0.4
    ? [
        'hooks: {',
        '  beforeValidate: (row) => {',
        '    if (row.email) row.email = row.email.trim().toLowerCase()',
        '  },',
        '  async afterCreate(row, { transaction }) {',
        "    await row.constructor.sequelize.models.Log?.create({ what: 'created', id: row.id }, { transaction })",
        '  },',
        '},',
      ]
    : []

export const indexes = (random, columns) =>
  random() < 0.5
    ? [`indexes: [{ fields: ['${pick(random, columns).name}'] }, { unique: true, fields: ['id'] }],`]
    : []

export { indented }
