/** Rows of docs/rules.md that a definition can show, in every version. Rows of queries: rules-queries, rules-missing-column. */
import { applyRules } from '../../src/models/rules'
import type { TableName } from '../../src/types'
import { agreed, globally, refused, spec } from '../helpers/rules-agreed'
import { context, definition, realModel, type Spec, sequelizeOf, truthOf, type } from '../helpers/rules-real'

const DATE = type('DATE')

describe.each([4, 5, 6, 7])('Sequelize %i', (major) => {
  test('R1: own options beat define, undefined does not', () => {
    expect(agreed(major, globally({ paranoid: true }, { paranoid: undefined })).paranoid).toBe(true)
    expect(agreed(major, globally({ paranoid: true }, { paranoid: null })).paranoid).toBe(false)
    expect(agreed(major, globally({ paranoid: true }, { paranoid: false })).paranoid).toBe(false)
    expect(agreed(major, globally({ paranoid: false }, { paranoid: true })).paranoid).toBe(true)
    const hiding = agreed(major, globally({ timestamps: undefined }, { paranoid: true }))
    expect(hiding.needsColumn).toBe(major < 7)
  })

  test('R2: the name is modelName, else the name of the class', () => {
    const init = (options: Spec['options'], name = 'Person') =>
      agreed(major, spec(options, { style: 'init', name })).name
    expect(init({})).toBe('Person')
    expect(init({ modelName: 'Member' })).toBe('Member')
    expect(agreed(major, spec({ modelName: 'ignored' })).name).toBe('User')
    expect(agreed(major, spec({}, { name: '' })).name).toBe('model')
    if (major < 7) expect(agreed(major, spec({}, { style: 'init', name: '' })).table).toEqual({ name: 's' })
    else expect(() => realModel(7, spec({}, { style: 'init', name: '' }))).toThrow('modelName')
  })

  test('R3: the table is the plural, frozen or underscored', () => {
    const table = (options: Spec['options']) => agreed(major, spec(options, { name: 'UserSession' })).table
    expect(table({})).toEqual({ name: 'UserSessions' })
    expect(table({ freezeTableName: true })).toEqual({ name: 'UserSession' })
    expect(table({ underscored: true })).toEqual({ name: major === 4 ? 'UserSessions' : 'user_sessions' })
    expect(table({ underscored: true, freezeTableName: true })).toEqual({ name: 'UserSession' })
  })

  test('R4: name.plural counts in version 7 only', () => {
    const { table } = agreed(major, spec({ name: { plural: 'Folk' } }))
    expect(table).toEqual({ name: major === 7 ? 'Folk' : 'Users' })
  })

  test('R5: tableName is taken as it is, and underscored still turns the column', () => {
    const { table, column } = agreed(
      major,
      spec({ tableName: 'UserData', underscored: true, paranoid: true }),
    )
    expect(table).toEqual({ name: 'UserData' })
    expect(column).toBe('deleted_at')
  })

  test('R6 and R7: plural and underscore by the inflection of this version', () => {
    const tables = (names: string, options: Spec['options']) =>
      names.split(' ').map((name) => (agreed(major, spec(options, { name })).table as TableName).name)
    const plurals: Record<number, string> = {
      4: 'Octopi Viri Bonus Focus geese',
      5: 'Octopi Viri Bonus Focus geese',
      6: 'Octopuses Viruses Bonuses Focus geese',
      7: 'Octopuses Viruses Bonuses Focuses geese',
    }
    expect(tables('Octopus Virus Bonus Focus Goose', {}).join(' ')).toBe(plurals[major])
    const snaked = tables('APIKey OAuthToken S3File', { underscored: true, underscoredAll: true })
    expect(snaked).toEqual(['a_p_i_keys', 'o_auth_tokens', 's3_files'])
  })

  test('R8: the schema is the own one, then that of define, then that of the instance', () => {
    const instance = { schema: 'instance' }
    const table = (one: Spec) => agreed(major, one).table
    expect(table(spec({}, { instance }))).toEqual({ schema: 'instance', name: 'Users' })
    expect(table(spec({}, { instance: { ...instance, define: { schema: 'all' } } }))).toEqual({
      schema: 'all',
      name: 'Users',
    })
    expect(table(spec({ schema: 'own' }, { instance }))).toEqual({ schema: 'own', name: 'Users' })
    const empty = table(spec({ schema: '' }, { instance }))
    expect(empty).toEqual(major === 7 ? { schema: 'instance', name: 'Users' } : { name: 'Users' })
  })

  test('R10: timestamps, paranoid and deletedAt decide together', () => {
    expect(agreed(major, spec({ paranoid: true })).needsColumn).toBe(true)
    const inert = agreed(major, spec({ paranoid: true, timestamps: false }))
    expect(inert).toMatchObject({ paranoid: true, needsColumn: false, fault: { rule: 'inert-paranoid' } })
    const broken = agreed(major, spec({ paranoid: true, deletedAt: false }))
    expect(broken).toMatchObject({ paranoid: true, needsColumn: false, fault: { rule: 'broken-paranoid' } })
    expect(broken.fault!.says).toBe(
      'deletedAt is false while paranoid is set, so every find throws a TypeError',
    )
  })

  test('R11: what JavaScript takes for true counts', () => {
    for (const paranoid of [1, 'true', {}, []])
      expect(agreed(major, spec({ paranoid })).needsColumn).toBe(true)
    for (const paranoid of [0, '', null]) expect(agreed(major, spec({ paranoid })).needsColumn).toBe(false)
  })

  test('R12: the deletedAt option', () => {
    const attribute = (deletedAt: unknown) => agreed(major, spec({ paranoid: true, deletedAt })).attribute
    expect(attribute('removedAt')).toBe('removedAt')
    expect(attribute(undefined)).toBe('deletedAt')
    expect(attribute(true)).toBe(major < 6 ? 'true' : 'deletedAt')
    for (const odd of ['', null, {}]) {
      if (major < 6) expect(attribute(odd)).toBe(odd ? '[object Object]' : 'deletedAt')
      else
        expect(refused(major, spec({ paranoid: true, deletedAt: odd }))).toMatch(
          'throws where the model is defined',
        )
    }
  })

  test('R13: deletedAt without paranoid does nothing', () => {
    expect(agreed(major, spec({ deletedAt: 'removedAt' }))).toMatchObject({
      paranoid: false,
      needsColumn: false,
    })
  })

  test('R14 and R15: field, else the attribute, underscored', () => {
    const column = (options: Spec['options'], attributes = {}) =>
      agreed(major, spec({ paranoid: true, ...options }, { attributes })).column
    expect(column({})).toBe('deletedAt')
    expect(column({ underscored: true, deletedAt: 'removedAt' })).toBe(
      major === 4 ? 'removedAt' : 'removed_at',
    )
    expect(column({ deletedAt: 'gone', underscored: true }, { gone: { type: DATE, field: 'goneOn' } })).toBe(
      'goneOn',
    )
    expect(column({ deletedAt: 'gone' }, { gone: { type: DATE, columnName: 'named' } })).toBe(
      major === 7 ? 'named' : 'gone',
    )
  })

  test('R16: a declared attribute is kept', () => {
    const model = agreed(
      major,
      spec({ paranoid: true }, { attributes: { deletedAt: { type: DATE, field: 'gone' } } }),
    )
    expect(model).toMatchObject({ column: 'gone', declared: { value: { kind: 'object' } } })
    const untyped = spec({ paranoid: true }, { attributes: { deletedAt: { field: 'gone' } } })
    if (major === 7) expect(agreed(7, untyped).column).toBe('gone')
    else expect(refused(major, untyped)).toMatch('has no type')
    for (const name of major === 7 ? ['BIGINT', 'DATEONLY', 'INTEGER', 'VIRTUAL'] : []) {
      expect(refused(7, spec({ paranoid: true }, { attributes: { deletedAt: type(name) } }))).toMatch(
        `type ${name}, not DATE`,
      )
    }
  })

  test('R17: an attribute of another name is no deletedAt', () => {
    const attributes = { deleted_at: { type: DATE } }
    expect(agreed(major, spec({ paranoid: true }, { attributes }))).toMatchObject({
      attribute: 'deletedAt',
      column: 'deletedAt',
      declared: undefined,
    })
  })

  test('R18: VIRTUAL', () => {
    const virtual = spec({ paranoid: true }, { attributes: { deletedAt: type('VIRTUAL') } })
    if (major === 7) expect(refused(7, virtual)).toMatch('VIRTUAL')
    else expect(agreed(major, virtual).fault!.says).toMatch('the attribute is VIRTUAL')
  })

  test('R19 and R20: finds ask for the default value', () => {
    const find = (defaultValue: unknown) => {
      const one = spec({ paranoid: true }, { attributes: { deletedAt: { type: DATE, defaultValue } } })
      return {
        sql: truthOf(major, realModel(major, one)).find,
        fault: applyRules(definition(one), context(major)).fault,
      }
    }
    expect(find(null)).toMatchObject({ sql: expect.stringContaining('IS NULL'), fault: undefined })
    expect(find('1970-01-01')).toMatchObject({
      sql: expect.stringContaining(`= '1970-01-01`),
      fault: undefined,
    })
    expect(find(0)).toMatchObject({
      sql: expect.stringContaining('IS NULL'),
      fault: { rule: 'broken-paranoid' },
    })
    const now = find(type('NOW'))
    expect(now.sql).toMatch(major === 7 ? /^throws/ : /= '\d{4}-/)
    expect(now.fault!.says).toBe(
      'the default value is DataTypes.NOW: finds ask for rows with just this value, and there are none',
    )
  })

  test('R25 and R26: a join table made from a string is never paranoid, nor pluralised', () => {
    const sequelize = sequelizeOf(major, { define: { paranoid: true, underscored: true } })
    const [one, other] = ['Reader', 'Paper'].map((name) => sequelize.define(`${name}${major}`, {}))
    one.belongsToMany(other, { through: 'ReaderPaper' })
    other.belongsToMany(one, { through: 'ReaderPaper' })
    const joined = sequelize.models.get?.('ReaderPaper') ?? sequelize.models.ReaderPaper
    expect(truthOf(major, joined)).toMatchObject({
      table: 'ReaderPaper',
      paranoid: false,
      attribute: undefined,
    })
  })

  test('R31: getterMethods', () => {
    const one = spec({ getterMethods: {} })
    const rules = applyRules(definition(one), context(major)).trace.map(({ rule }) => rule)
    expect(rules.includes('R31')).toBe(major === 7)
    if (major === 7) expect(() => realModel(7, one)).toThrow('getterMethods')
    else agreed(major, one)
  })

  test('R35: a beforeDefine hook may change everything', () => {
    const beforeDefine = (_: unknown, options: { tableName: string }) => {
      options.tableName = 'hooked'
    }
    const one = spec({ paranoid: true }, { instance: { hooks: { beforeDefine } } })
    expect(truthOf(major, realModel(major, one)).table).toBe('hooked')
    const model = applyRules(definition(one), context(major))
    const why = 'the beforeDefine hook of the Sequelize instance may change the options'
    for (const field of [model.table, model.paranoid, model.needsColumn, model.column])
      expect(field).toMatchObject({ why })
  })
})
