/** Green means proven: what the last line and the exit code say where not all of it could be told. */

import fs from 'node:fs'
import path from 'node:path'
import Ajv from 'ajv/dist/2020'
import schema from '../../schema/report.schema.json'
import { settingsFrom } from '../../src/cli/settings'
import { check } from '../../src/commands/check'
import { reporters } from '../../src/reporters'
import type { Outcome, VerifyOutcome } from '../../src/types'
import { type } from '../helpers/command'
import { tempProject } from '../helpers/temp-project'

const define = (name: string, options: string) =>
  `module.exports = (sequelize, DataTypes) =>\n  sequelize.define('${name}', {}, { tableName: '${name}', ${options} })\n`

const create = (...tables: string[]) => `module.exports = {
  async up(queryInterface, D) {
${tables.map((one) => `    await queryInterface.createTable('${one}', { id: D.INTEGER, deletedAt: D.DATE })`).join('\n')}
  },
}
`

const MANIFEST = { 'package.json': JSON.stringify({ dependencies: { sequelize: '6.37.7' } }) }

const named = (prefix: string, count: number, options: string) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `models/${prefix}${index}.js`,
      define(`${prefix}${index}`, options),
    ]),
  )

/** 34 proven, 3 undecided by one cause, 5 unproven by one cause, one that is not paranoid. */
const MIXED = {
  ...MANIFEST,
  ...named('good', 34, 'paranoid: true'),
  ...named('far', 5, 'paranoid: true'),
  ...Object.fromEntries(
    Object.entries(named('odd', 3, 'paranoid: soft')).map(([file, text]) => [
      file,
      `const { soft } = require('not-installed')\n${text}`,
    ]),
  ),
  'models/city.js': define('City', 'paranoid: false'),
  'migrations/20240101000000-create.cjs': create(...Array.from({ length: 34 }, (_, index) => `good${index}`)),
}

const UNPROVEN = {
  ...MANIFEST,
  ...named('far', 2, 'paranoid: true'),
  'migrations/20240101000000-create.cjs': create('other'),
}

const lastLine = (out: string) => out.trimEnd().split('\n').at(-1) ?? ''

const settings = (cwd: string) =>
  settingsFrom({ paths: ['models'] }, { cwd, env: {}, terminal: { input: false, output: false } })

const shown = (outcome: Outcome, cwd: string) =>
  reporters[0]!.report(outcome, {
    cwd,
    color: false,
    width: 300,
    version: '1',
    line: () => undefined,
    dryRun: false,
  })

describe('the last line', () => {
  test('says how many are proven, and what the others are', async () => {
    const { out, code } = await type(tempProject(MIXED), 'check models')
    expect(lastLine(out)).toMatch(/^42 paranoid models: 34 proven, 8 not: 3 undecided, 5 unproven\b/)
    expect(out).not.toContain('No findings')
    expect(code).toBe(0)
  })

  test('counts findings among those that are not proven', async () => {
    const root = tempProject({
      ...MIXED,
      'models/bad.js': define('Bad', 'paranoid: true, timestamps: false'),
    })
    const { out, code } = await type(root, 'check models')
    expect(lastLine(out)).toMatch(
      /^1 finding; 43 paranoid models: 34 proven, 9 not: 1 faulty, 3 undecided, 5 unproven\b/,
    )
    expect(code).toBe(1)
  })

  test('"No findings" stands only where all are proven', async () => {
    const root = tempProject(MIXED)
    const { out, code } = await type(root, 'check models/good1.js models/good2.js')
    expect(out).toMatch(/^No findings; 2 paranoid [^\n]*\n$/)
    expect(code).toBe(0)
  })
})

describe('what is not proven', () => {
  test('is always shown: a line for each cause, with how many, the first place, and what settles it', async () => {
    const { out } = await type(tempProject(MIXED), 'check models')
    expect(out).toMatch(/^undecided \(3\)$/m)
    expect(out).toMatch(
      /^ {2}3 {2}Cannot tell whether it is paranoid: .*not-installed.* {2}models\/odd0\.js:3 \(odd0\)$/m,
    )
    expect(out).toMatch(/^ {2}.*--runtime.*$/m)
    expect(out).toMatch(/^unproven \(5\)$/m)
    expect(out).toMatch(/^ {2}5 {2}No migration makes the table\. {2}models\/far0\.js:2 \(far0\)$/m)
    expect(out.match(/--evidence database/g)).toHaveLength(1)
  })

  test('a cause of one model names it in full', async () => {
    const { out } = await type(tempProject(MIXED), 'check models/good1.js models/far3.js')
    expect(out).toContain('  far3: No migration makes the table "far3".  models/far3.js:2\n')
  })

  test('two causes are two lines', async () => {
    const root = tempProject({
      ...UNPROVEN,
      ...named('half', 2, 'paranoid: true'),
      'migrations/20240201000000-change.cjs': `module.exports = {
  async up(queryInterface, D) {
    await queryInterface.addColumn('half0', 'note', D.TEXT)
    await queryInterface.addColumn('half1', 'note', D.TEXT)
  },
}
`,
    })
    const { out } = await type(root, 'check models')
    expect(out).toMatch(/^ {2}2 {2}No migration makes the table\. /m)
    expect(out).toMatch(/^ {2}2 {2}No migration makes the table; the history only changes it\. /m)
  })

  test('--strict makes it fail', async () => {
    const { out, code } = await type(tempProject(MIXED), 'check models --strict')
    expect(lastLine(out)).toMatch(
      /^8 findings; 42 paranoid models: 34 proven, 8 not: 3 undecided, 5 unproven\b/,
    )
    expect(code).toBe(1)
  })
})

describe('nothing proven is exit code 2', () => {
  test.each([
    'check models',
    'models',
    'why far0 models',
    'check models --format json',
    'why far0 models --format json',
  ])('%s', async (line) => {
    expect((await type(tempProject(UNPROVEN), line)).code).toBe(2)
  })

  test('undecided models count too, though it is not known that they are paranoid', async () => {
    const { 'models/odd0.js': odd } = MIXED as Record<string, string>
    const { out, code } = await type(tempProject({ ...MANIFEST, 'models/odd0.js': odd! }), 'check models')
    expect(lastLine(out)).toMatch(/^1 paranoid model: 0 proven, 1 not: 1 undecided\b/)
    expect(code).toBe(2)
  })

  test('one that is proven, or a finding, is something', async () => {
    const one = tempProject({ ...UNPROVEN, 'models/good.js': define('other', 'paranoid: true') })
    expect((await type(one, 'check models')).code).toBe(0)
    expect((await type(one, 'why other models')).code).toBe(0)
    const finding = { ...UNPROVEN, 'models/bad.js': define('Bad', 'paranoid: true, timestamps: false') }
    expect((await type(tempProject(finding), 'check models')).code).toBe(1)
  })

  test('a project without migrations: check cannot tell, the default command repairs', async () => {
    const files = { ...MANIFEST, ...named('far', 1, 'paranoid: true') }
    expect((await type(tempProject(files), 'check models')).code).toBe(2)
    expect((await type(tempProject(files), 'models --dry-run')).code).toBe(1)
    expect((await type(tempProject(files), 'models')).code).toBe(0)
  })
})

describe('no model at all', () => {
  const NONE = {
    ...MANIFEST,
    'models/index.js': 'module.exports = []\n',
    'models/city.js': define('City', 'timestamps: true'),
  }

  test('is exit code 2, and says so', async () => {
    for (const line of ['check models/index.js', 'models/index.js']) {
      const { out, code } = await type(tempProject(NONE), line)
      expect(lastLine(out)).toBe(
        'No Sequelize model in 1 file, so nothing was judged. Check the paths; --allow-empty lets it pass.',
      )
      expect(code).toBe(2)
    }
  })

  test('--allow-empty lets it pass', async () => {
    const { out, code } = await type(tempProject(NONE), 'check --allow-empty models/index.js')
    expect(lastLine(out)).toBe('No Sequelize model in 1 file.')
    expect(code).toBe(0)
  })

  test('models of which none is paranoid are models', async () => {
    for (const line of ['check models', 'check models --format json', 'models'])
      expect((await type(tempProject(NONE), line)).code).toBe(0)
    expect(lastLine((await type(tempProject(NONE), 'check models')).out)).toMatch(
      /^No paranoid model among 1 model /,
    )
  })
})

describe('paths that are not there', () => {
  test.each([
    ['check model', 'There is no model.', 'Did you mean models/?'],
    ['check models/god1.js', 'There is no models/god1.js.', 'Did you mean models/good1.js?'],
    ['check modles/god1.js', 'There is no modles/god1.js.', 'Did you mean models/good1.js?'],
    ['check nowhere', 'There is no nowhere.', 'Check the path: it is read from the working directory.'],
  ])('%s', async (line, what, todo) => {
    const { out, code } = await type(tempProject(MIXED), line.split('/').join(path.posix.sep))
    expect(out).toContain(what.split('/').join(path.sep))
    expect(out).toContain(todo)
    expect(code).toBe(2)
  })

  test.each(['check models', 'models', 'check models --format json', 'why good1 models'])(
    'a folder of migrations: %s',
    async (line) => {
      const root = tempProject(MIXED)
      expect(await type(root, `${line} --migrations migration`)).toEqual({
        code: 2,
        out: '',
        err: 'There is no folder migration, which --migrations names.\nDid you mean migrations/?\n',
      })
      expect(fs.readdirSync(root)).not.toContain('.deletedat-codemod')
    },
  )
})

describe('what told nothing', () => {
  /** One migration and two model files. */
  async function told(root: string): Promise<Outcome> {
    const reason = 'paranoid stands in it, and no model was seen'
    const file = (name: string) => path.join(root, name)
    return {
      ...(await check(settings(root))),
      unheard: {
        migrations: [
          {
            file: file('migrations/20240101000000-create.cjs'),
            line: 3,
            reason: 'no up was found in it',
          },
        ],
        models: [
          { file: file('models/good1.js'), reason },
          { file: file('models/good2.js'), reason },
        ],
      },
    }
  }

  test('the options of a query ask for nothing, wherever they are put together', async () => {
    const root = tempProject({
      ...MIXED,
      'models/list.js': `module.exports = (model, deleted) => {
  const options = { where: { deleted }, paranoid: !deleted }
  return model.findAll(options)
}
`,
    })
    const { unheard } = await check(settings(root))
    expect(unheard?.models).toEqual([])
  })

  test('options with the type of a query, and rules for a request, ask for nothing', async () => {
    const root = tempProject({
      ...MIXED,
      'models/list.ts': `import { type FindOptions, type Model } from 'sequelize'
import * as sequelize from 'sequelize'
export const some = (model, most?: number) => {
  const options: FindOptions<Model> = { paranoid: true }
  if (most) options.limit = most
  const gone = { paranoid: most !== 0 } as sequelize.DestroyOptions
  return [model.page(options), model.sweep(gone), model.page({ paranoid: true } satisfies FindOptions)]
}
`,
      'models/asked.js': `const Joi = require('joi')
module.exports = Joi.object({ page: Joi.number(), paranoid: Joi.boolean().allow('') })
`,
    })
    const { unheard } = await check(settings(root))
    expect(unheard?.models).toEqual([])
  })

  test('is counted by reason, migrations and models apart', async () => {
    const root = tempProject(MIXED)
    const out = shown(await told(root), root)
    expect(out).toContain(
      '1 of 1 migration told nothing: no up was found in it, first migrations/20240101000000-create.cjs:3.\n',
    )
    expect(out).toContain(
      '2 of 43 model files told nothing: paranoid stands in it, and no model was seen, first models/good1.js.\n',
    )
  })

  test('is seen where a scan meets it', async () => {
    const { out } = await type(
      tempProject({ ...MIXED, 'migrations/20240101000001-empty.cjs': 'module.exports = {}\n' }),
      'check models',
    )
    expect(out).toMatch(/^1 of 2 migrations told nothing: .+, first migrations\/20240101000001-empty\.cjs\b/m)
  })

  test('is listed in JSON', async () => {
    const root = tempProject(MIXED)
    const json = reporters.find(({ name }) => name === 'json')!
    const view = {
      cwd: root,
      color: false,
      width: 100,
      version: '1.0.0',
      line: () => undefined,
      dryRun: false,
    }
    const { summary } = JSON.parse(json.report(await told(root), view))
    expect(summary.unheard[0]).toEqual({
      file: 'migrations/20240101000000-create.cjs',
      line: 3,
      reason: 'no up was found in it',
    })
    expect(summary.unheard).toHaveLength(3)
  })
})

describe('JSON', () => {
  const validate = new Ajv({ allowUnionTypes: true }).compile(schema)

  test.each(['check models', 'check models --strict', 'models --dry-run'])(
    '%s: the counts add up',
    async (line) => {
      const root = tempProject({
        ...MIXED,
        'models/bad.js': define('Bad', 'paranoid: true, timestamps: false'),
      })
      const document = JSON.parse((await type(root, `${line} --format json`)).out)
      validate(document)
      expect(validate.errors).toBeNull()
      const { summary } = document
      expect(summary).toMatchObject({
        paranoid: 43,
        proven: 34,
        ok: 34,
        undecided: 3,
        unproven: 5,
        unheard: [],
      })
      const faulty = document.findings.filter(({ severity }: { severity: string }) => severity === 'error')
      expect(summary.proven + faulty.length + summary.undecided + summary.unproven).toBe(summary.paranoid)
    },
  )
})

describe('verify and deploy', () => {
  const told = async (changes: Partial<VerifyOutcome>) => {
    const root = tempProject(MIXED)
    const { command: _, ...outcome } = await check({ ...settings(root), paths: ['models/good1.js'] })
    return lastLine(shown({ ...outcome, command: 'verify', checks: [], ...changes }, root))
  }
  const one = (state: 'ok' | 'failed' | 'skipped') => ({ subject: 'User', state, says: 'findOne' })

  test('a check that failed is what the last line says', async () => {
    expect(await told({ checks: [one('ok'), one('failed')], exitCode: 1 })).toMatch(
      /^1 of 2 checks failed; 1 paranoid /,
    )
  })

  test('what was skipped is said', async () => {
    expect(await told({ checks: [one('ok'), one('skipped')] })).toMatch(
      /^No findings, 1 of 2 checks skipped; /,
    )
  })

  test('why a deploy stopped stands last', async () => {
    const line = 'Stopped at 1.cjs. Mend what it says and run deletedat-codemod deploy again.'
    expect(await told({ command: 'deploy', stopped: line, exitCode: 2 })).toBe(line)
  })

  test('all went well', async () => {
    expect(await told({ checks: [one('ok')] })).toMatch(/^No findings, 1 check passed; /)
  })
})
