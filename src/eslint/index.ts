/** DOOR. `deletedat-codemod/eslint`: a plugin for the flat config of ESLint 9 and 10. */

import { packageVersion } from '../io/project'
import { rule } from './rule'
import type { Rule } from './types'

/** The sources in which models may stand. */
const FILES = ['**/*.{js,cjs,mjs,ts,cts,mts,jsx,tsx}']

interface Config {
  name: string
  files: string[]
  plugins: Record<string, object>
  rules: Record<string, 'error'>
}

interface Plugin {
  meta: { name: string; version: string; namespace: string }
  rules: { 'paranoid-column': Rule }
  configs: { recommended: Config }
}

const recommended: Config = {
  name: 'deletedat/recommended',
  files: FILES,
  plugins: {},
  rules: { 'deletedat/paranoid-column': 'error' },
}

const plugin: Plugin = {
  meta: { name: 'deletedat-codemod', version: packageVersion(), namespace: 'deletedat' },
  rules: { 'paranoid-column': rule },
  configs: { recommended },
}

recommended.plugins.deletedat = plugin

export = plugin
