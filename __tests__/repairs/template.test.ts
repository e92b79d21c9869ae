/** A template is a program: names go in as literals and come out of the running migration as they were. */

import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import vm from 'node:vm'
import { transformSync } from '@swc/core'
import { Utils as sequelize6 } from 'sequelize'
import { UserError } from '../../src/errors'
import { fillSql } from '../../src/repairs/sql-template'
import { fillTemplate, indexName, type Names } from '../../src/repairs/template'
import { linkModules } from '../helpers/databases/sequelize-cli'
import { tempProject } from '../helpers/temp-project'

const folder = path.join(__dirname, '../../templates')
/** Those of Sequelize's own queryInterface; other forms are held by runners-real.test.ts, short.test.ts and below. */
const templates = fs
  .readdirSync(folder)
  .filter((name) => !/\.(db-migrate|knex|node-pg-migrate|short)\.|\.sql$/.test(name))
const read = (name: string) => ({
  file: path.join(folder, name),
  text: fs.readFileSync(path.join(folder, name), 'utf8'),
})
const session: Names = { table: { name: 'sessions' }, column: 'deletedAt', model: 'Session' }

const hostileNames = [
  "it's",
  'the "Users"',
  'back\\slash',
  'trailing\\',
  'line\nbreak\r\n',
  'line\u2028and\u2029paragraph',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it must not be taken for one.
  '${process.exit(1)}`${"x"}',
  "'); process.exit(1); ('",
  '*/ throw 1 /* </script> \0 \ud800',
]

type Call = [method: string, ...args: unknown[]]

/** Runs the module for a Postgres that has the table and nothing else, and tells what was asked of Sequelize. */
async function callsOf(code: string, file: string): Promise<Call[]> {
  const javascript = file.endsWith('.ts')
    ? transformSync(code, {
        jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
        module: { type: 'commonjs' },
      }).code
    : code
  const DataTypes = { DATE: Object.assign(() => 'DATE', { key: 'DATE' }) }
  const exports = {} as { up(queryInterface: object, sequelize: object): Promise<void> }
  const module = { exports }
  const process = { env: {} }
  vm.runInNewContext(javascript, { module, exports, process, require: () => ({ DataTypes }), console })
  const calls: Call[] = []
  const recorded =
    (method: string, answer: (...args: never[]) => unknown) =>
    (...args: unknown[]) => {
      calls.push([method, ...args])
      return answer(...(args as never[]))
    }
  const queryInterface = {
    sequelize: {
      getDialect: () => 'postgres',
      dialect: { name: 'postgres' },
      options: {},
      transaction: recorded('transaction', (work: (transaction: object) => Promise<void>) => work({})),
      query: recorded('query', async () => [[{ schema: 'found' }]]),
    },
    queryGenerator: { quoteTable: recorded('quoteTable', () => 'quoted table') },
    quoteIdentifier: recorded('quoteIdentifier', (name: string) => `quoted ${name.length}`),
    addColumn: recorded('addColumn', async () => undefined),
  }
  await module.exports.up(queryInterface, DataTypes)
  return calls
}

const only = (method: string, calls: Call[]) => calls.filter(([name]) => name === method)

const isIndex = (name: string): boolean => name.startsWith('add-index')
const namesFor = (name: string, names: Names): Names =>
  isIndex(name) ? { index: 'sessions_deleted_at', ...names } : names

describe.each(templates)('%s', (name) => {
  it.each(hostileNames)('hands %j to the database as it is', async (hostile) => {
    const table = { name: `t${hostile}`, schema: `s${hostile}` }
    const names = {
      table,
      column: `c${hostile}`,
      model: hostile,
      ...(isIndex(name) && { index: `i${hostile}` }),
    }
    const calls = await callsOf(fillTemplate(read(name), names), name)
    const where = expect.objectContaining({ tableName: table.name, schema: table.schema })
    for (const [, asked] of only('quoteTable', calls)) expect(asked).toEqual(where)
    const [[, , catalog] = []] = only('query', calls)
    const named = isIndex(name) ? { index: names.index } : { column: names.column }
    expect(catalog).toMatchObject({ replacements: { table: 'quoted table', ...named } })
    if (isIndex(name)) {
      const quoted = only('quoteIdentifier', calls).map(([, text]) => text)
      expect(quoted).toEqual(expect.arrayContaining([names.index, names.column]))
    } else {
      const attribute = expect.objectContaining({ allowNull: true })
      const isInTransaction = only('transaction', calls).length > 0
      const options = isInTransaction ? [expect.objectContaining({ transaction: {} })] : []
      expect(only('addColumn', calls)).toEqual([['addColumn', where, names.column, attribute, ...options]])
    }
  })

  it('goes by the schema that the database finds where it is given none', async () => {
    const code = fillTemplate(read(name), namesFor(name, session))
    expect(code).toMatch(/^const \[tableName, schema, .*\] = \['sessions', undefined, /m)
    expect(code).not.toMatch(/__[A-Z]+__/)
    const tables = only('quoteTable', await callsOf(code, name)).map(([, table]) => table)
    expect(tables.at(-1)).toMatchObject({ tableName: 'sessions', schema: 'found' })
  })

  it('can be read in a minute', () => {
    const lines = fillTemplate(
      read(name),
      namesFor(name, {
        ...session,
        table: { name: 'sessions', schema: 'studio' },
        migration: '20250530120000-add-studio-sessions-deletedat-column',
      }),
    )
      .trimEnd()
      .split('\n')
    expect(lines.length).toBeLessThanOrEqual(80)
    expect(lines.filter((line) => line.length > 110)).toEqual([])
  })
})

it('fills TypeScript that the compiler accepts, strictly', () => {
  const tables = [{ name: 'sessions' }, { name: 'a.b' }, { name: 'sessions', schema: 'app' }]
  const files = templates
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) =>
      tables.map((table, nth) => [
        `${nth}-${name}`,
        fillTemplate(read(name), namesFor(name, { ...session, table })),
      ]),
    )
  const root = tempProject(Object.fromEntries(files))
  linkModules(root)
  const options =
    '--noEmit --strict --noUnusedLocals --skipLibCheck --module node16 --target es2022 --types node'
  const tsc = path.join(__dirname, '../../node_modules/typescript/bin/tsc')
  const { status, stdout } = spawnSync(
    process.execPath,
    [tsc, ...options.split(' '), ...files.map(([name]) => name!)],
    {
      cwd: root,
      encoding: 'utf8',
    },
  )
  expect({ status, stdout }).toEqual({ status: 0, stdout: '' })
})

describe('a template of the user', () => {
  const fill = (text: string, names: Partial<Names> = {}, file = '/project/own.cjs') =>
    fillTemplate({ text, file }, { ...session, ...names })

  it('is filled by the same rules, and else left as it is written', () => {
    const text =
      "\uFEFF// __TABLE__ stays\nexports.up = q =>\tq.addColumn( '__TABLE__', \"__COLUMN__\", {} ) // '__COLUMN__'\n"
    expect(fill(text)).toBe(
      "// __TABLE__ stays\nexports.up = q =>\tq.addColumn( 'sessions', 'deletedAt', {} ) // '__COLUMN__'\n",
    )
  })

  it('keeps its line endings', () => {
    expect(fill("f('__TABLE__')\r\ng('__COLUMN__')\r\n")).toBe("f('sessions')\r\ng('deletedAt')\r\n")
  })

  it('loses the statement, or the whole if, that names an index nobody asked for', () => {
    const text = `f('__TABLE__', '__COLUMN__')
if (a) {
  // only this
  addIndex('__INDEX__')
}
if (b) addIndex('__INDEX__')
if (c) {
  keep()
  addIndex('__INDEX__')
}
`
    expect(fill(text)).toBe(`f('sessions', 'deletedAt')
if (c) {
  keep()
}
`)
  })

  it('gets undefined where a schema that is not there was no property', () => {
    expect(fill("f('__TABLE__', '__COLUMN__', '__SCHEMA__')")).toBe("f('sessions', 'deletedAt', undefined)")
    expect(fill("f('__TABLE__', '__COLUMN__', { transaction, schema: '__SCHEMA__' })")).not.toContain(
      'schema',
    )
  })

  it('keeps the object of a table whose name has a dot, which addIndex would split', () => {
    const text = "f({ tableName: '__TABLE__', schema: '__SCHEMA__' }, '__COLUMN__')"
    expect(fill(text, { table: { name: 'a.b' } }).replace(/\s/g, '')).toBe(
      "f({tableName:'a.b',},'deletedAt')",
    )
  })

  const refused = (text: string, names: Partial<Names> = {}, file?: string): UserError => {
    try {
      fill(text, names, file)
    } catch (error) {
      if (error instanceof UserError) return error
      throw error
    }
    throw new Error('It was filled.')
  }

  it('is refused when it does not parse, with the place', () => {
    const error = refused("f('__TABLE__')\nf('__COLUMN__'", {}, '/project/own.ts')
    expect(error.what).toBe('The template does not parse: Unexpected token, expected ",".')
    expect(error.at).toMatchObject({ file: '/project/own.ts', line: 2 })
    expect(error.message).toContain('/project/own.ts:2')
  })

  it.each([
    ["f('__COLUMN__')", {}, "The template has no string literal '__TABLE__', so the table cannot be put in."],
    [
      "f('__TABLE__') // '__COLUMN__'",
      {},
      "The template has no string literal '__COLUMN__', so the column cannot be put in.",
    ],
    [
      "f('__TABLE__', '__COLUMN__')",
      { table: { name: 's', schema: 'app' } },
      `The template has no string literal '__SCHEMA__', so the schema "app" cannot be put in.`,
    ],
    [
      "f('__TABLE__', '__COLUMN__')",
      { index: 'sessions_deleted_at' },
      "The template has no string literal '__INDEX__', so the index that --with-index asks for cannot be put in.",
    ],
  ])('is refused: %s', (text, names, what) => {
    const error = refused(text, names)
    expect(error.what).toBe(what)
    expect(error.todo).toMatch(/^Write '__[A-Z]+__' with its quotes in the template where it belongs/)
    expect(error.at).toMatchObject({ file: '/project/own.cjs', line: 1 })
  })

  it.each(["'add __COLUMN__'", '`add __COLUMN__`', '`__COLUMN__`'])(
    'is refused for a placeholder in %s',
    (text) => {
      const error = refused(`f('__TABLE__',\n'__COLUMN__', ${text})`)
      expect(error.what).toBe('The template has __COLUMN__ inside a longer text, where it cannot be filled.')
      // biome-ignore lint/suspicious/noTemplateCurlyInString: that is the advice.
      expect(error.todo).toBe("Write it as a literal of its own: `... ${'__COLUMN__'} ...`.")
      expect(error.at?.line).toBe(2)
    },
  )
})

describe('indexName', () => {
  const underscore = (text: string) =>
    (sequelize6 as unknown as { underscore(text: string): string }).underscore(text)

  it.each(['Sessions', 'user_sessions', 'APIKeys', 'fitness-classes'])(
    'names the index of %s as Sequelize does',
    (name) => {
      const { nameIndex } = sequelize6 as unknown as {
        nameIndex(index: object, table: string): { name: string }
      }
      expect(indexName({ name, schema: 'app' }, 'deletedAt', underscore)).toBe(
        nameIndex({ fields: ['deletedAt'] }, name).name,
      )
    },
  )

  it('drops what would end the name', () => {
    expect(indexName({ name: 'a.b"c\'' }, 'deletedAt', underscore)).toBe('a_bc_deleted_at')
  })
})

/** The names in a text of SQL, as a database reads them: texts are passed over, and no comment holds a quote. */
const quotedIn = (text: string, pattern: RegExp, quote: string): string[] =>
  Array.from(text.matchAll(new RegExp(`'(?:[^']|'')*'|${pattern.source}`, 'g')), ([, inside]) =>
    inside?.replaceAll(quote + quote, quote),
  ).flatMap((one) => one ?? [])

describe.each(fs.readdirSync(folder).filter((name) => name.endsWith('.sql')))('%s', (name) => {
  const [pattern, quote]: [RegExp, string] = /mysql/.test(name)
    ? [/`((?:[^`]|``)*)`/g, '`']
    : /mssql/.test(name)
      ? [/\[((?:[^\]]|\]\])*)\]/g, ']']
      : [/"((?:[^"]|"")*)"/g, '"']

  it.each(hostileNames)('quotes %j', (hostile) => {
    const names = {
      table: { name: `t${hostile}`, schema: `s${hostile}` },
      column: `c${hostile}`,
      model: hostile,
    }
    const plain = { table: { name: 'tt', schema: 'ss' }, column: 'cc', model: 'mm' }
    const decoded = (filled: string) => quotedIn(filled, pattern, quote)
    const expected = decoded(fillSql(read(name), plain)).map(
      (one) => ({ tt: names.table.name, ss: names.table.schema, cc: names.column })[one] ?? one,
    )
    expect(decoded(fillSql(read(name), names))).toEqual(expected)
  })

  it('is not left by a name that ends the body in dollars', () => {
    const names = { table: { name: 'x\n$deletedat$; DROP TABLE y; --' }, column: 'deletedAt', model: 'X' }
    const filled = fillSql(read(name), names)
    const [, tag = '$none$'] = /^DO (\$\w+\$)$/m.exec(filled) ?? []
    expect(names.table.name).not.toContain(tag)
  })
})
