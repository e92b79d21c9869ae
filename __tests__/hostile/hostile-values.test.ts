/** A JSON file that is valid and not of the form that everybody expects: what is in it costs nothing but itself. */

import { judged, missing, model } from '../helpers/hostile'

const VALUES = ['null', '1', '"x"', '[]', '[null]', 'true', '{"__proto__":null}']

const TYPESCRIPT = `import x from '@y/z'\nexport default (s: any, D: any) => s.define('Good', { x }, { tableName: 't', paranoid: true })\n`

const manifest = (key: string, value: string) =>
  `{"name":"x","dependencies":{"sequelize":"^6.37.0","pg":"^8"},"${key}":${value}}`

test.each(VALUES)('%s', async (value) => {
  const projects: Record<string, string>[] = [
    { 'package.json': value },
    { 'package-lock.json': value },
    { 'package-lock.json': `{"packages":${value},"dependencies":${value}}` },
    {
      'package-lock.json': `{"packages":{"node_modules/sequelize":${value}},"dependencies":{"sequelize":${value}}}`,
    },
    { 'config/config.json': `{"development":${value},"production":{"dialect":${value},"define":${value}}}` },
    { 'node_modules/sequelize/package.json': value },
    { 'node_modules/sequelize/package.json': `{"version":${value},"main":${value},"exports":${value}}` },
    { 'tsconfig.json': value, 'models/good.js': '', 'models/good.ts': TYPESCRIPT },
    {
      'tsconfig.json': `{"extends":${value},"compilerOptions":{"paths":{"@y/*":${value}},"baseUrl":${value}}}`,
      'models/good.js': '',
      'models/good.ts': TYPESCRIPT,
    },
    ...['type', 'main', 'exports', 'imports', 'workspaces', 'scripts', 'devDependencies'].map((key) => ({
      'package.json': manifest(key, value),
    })),
  ]
  for (const files of projects) {
    const { findings } = await judged({ 'models/good.js': model('Good'), ...files })
    expect({ files, findings }).toEqual({ files, findings: [missing('Good')] })
  }
})
