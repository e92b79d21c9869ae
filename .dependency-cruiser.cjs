/**
 * Who may import whom, floor by floor: docs/architecture.md in rules that a machine keeps (`npm run layers`).
 * Type imports and `require` inside functions count like any other import.
 */

/** What each room may import of ours besides itself and the kinds of values. A wing's name means its door. */
const ROOMS = {
  'src/cli/': [
    'accepting',
    'configuring',
    'commands',
    'repairs',
    'reporters',
    'io',
    'errors',
    'nearest',
    'our-names',
    'types',
  ],
  'src/api/': [
    'cli/(settings|view|command-list|command-options)',
    'commands',
    'reporters',
    'io',
    'errors',
    'nearest',
    'our-names',
    'types',
  ],
  'src/commands/': [
    'accepting',
    'merging',
    'setting-up',
    'scan',
    'databases',
    'project-runner',
    'judging',
    'checkup',
    'dialects',
    'migrations',
    'repairs',
    'diagnosis',
    'io',
    'errors',
    'nearest',
    'our-names',
    'types',
  ],
  'src/merging/': ['types'],
  'src/databases/': ['migrations', 'runners', 'types'],
  'src/reading/': ['databases', 'io', 'models', 'migrations', 'dialects', 'types'],
  'src/scan/': ['accepting', 'databases', 'reading', 'models', 'judging', 'errors', 'types'],
  'src/setting-up/': ['our-names', 'types'],
  'src/configuring/': ['ast', 'finding-kinds', 'nearest', 'our-names', 'errors', 'types'],
  'src/accepting/': ['ast', 'finding-kinds', 'nearest', 'errors', 'types'],
  'src/models/': ['ast', 'judging', 'dialects', 'errors', 'types'],
  'src/migrations/': ['ast', 'our-names', 'runners', 'judging', 'dialects', 'errors', 'types'],
  'src/runners/': ['ast', 'dialects', 'errors', 'types'],
  'src/project-runner.ts': ['our-names', 'runners', 'io', 'errors', 'types'],
  'src/repairs/': ['ast', 'judging', 'dialects', 'errors', 'types'],
  'src/diagnosis/': ['our-names', 'ast', 'judging', 'dialects', 'errors', 'types'],
  'src/judging/': ['our-names', 'dialects', 'errors', 'types'],
  'src/live/': ['dialects', 'errors', 'types'],
  'src/eslint/': ['api', 'commands', 'scan', 'repairs', 'io', 'errors', 'our-names', 'types'],
  'src/testing/': ['api', 'runtime'],
  'src/runtime/': ['live', 'judging', 'io', 'errors', 'nearest', 'our-names', 'types'],
  'src/io/': ['live', 'our-names', 'ast', 'dialects', 'errors', 'nearest', 'types'],
  'src/checkup/': ['finding-kinds', 'types'],
  'src/ast/': ['errors', 'types'],
  'src/dialects/': ['errors', 'types'],
  'src/reporters/': ['finding-kinds', 'our-names', 'errors', 'types'],
  'src/types/': [],
  'src/errors.ts': ['types'],
  'src/nearest.ts': [],
  'src/our-names.ts': [],
  'src/finding-kinds.ts': ['types'],
  'src/values.ts': ['types'],
  'src/index.ts': ['api', 'errors', 'types'],
  'transforms/': ['scan', 'project-runner', 'repairs', 'io', 'ast', 'errors', 'types'],
}

/** Wings with a door, index.ts; rooms within a wing may have one too. */
const WINGS = [
  'src/api',
  'src/live',
  'src/runtime',
  'src/testing',
  'src/eslint',
  'src/accepting',
  'src/configuring',
  'src/setting-up',
  'src/ast',
  'src/ast/plain',
  'src/scan',
  'src/reading',
  'src/databases',
  'src/models',
  'src/models/rules',
  'src/migrations',
  'src/migrations/sql',
  'src/runners',
  'src/repairs',
  'src/diagnosis',

  'src/repairs/advice',
  'src/repairs/hazards',
  'src/reporters',
  'src/reporters/html',
  'src/reporters/fleet',
  'src/merging',
  'src/dialects',
  'src/io/reading',
  'src/io/writing',
  'src/io/project',
  'src/io/database',
  'src/io/git',
  'src/io/terminal',
  'src/io/loader',
  'src/judging',
  'src/checkup',
  'src/types',
]

/** Entered beside the door: what a worker loads must not load the whole wing, and settings are no part of the public door. */
const SIDE_DOORS = ['^src/ast/(source|syntax)[.]ts$', '^src/api/settings[.]ts$']

/** Packages, each with the only rooms that may know it. Whatever is not named here is imported nowhere. */
const PACKAGES = {
  yargs: 'src/cli/',
  '@babel/parser|ast-types|re2js|recast': 'src/ast/',
  'dbgate-query-splitter': 'src/migrations/sql/',
  'inflection(-v[57])?': 'src/(io|repairs)/',
  '@manypkg/get-packages|enhanced-resolve|ignore|jiti|lilconfig|semver|supports-hyperlinks|tinyglobby|@clack/prompts':
    'src/io/',
  'diff|picocolors|string-width|wrap-ansi': 'src/reporters/',
  'jscodeshift|@types/jscodeshift': 'transforms/',
}

const ours = (name) => `src/${name}(/|[.]ts$)`
const npm = (names) => `node_modules/(${names})/`

const rooms = Object.entries(ROOMS).map(([from, allowed]) => ({
  name: `room: ${from}`,
  comment: `imports only ${allowed.join(', ') || 'nothing of ours'}`,
  severity: 'error',
  from: { path: `^${from}` },
  to: {
    path: '^(src|transforms)/',
    pathNot: [`^${from}`, `^${ours('values')}`, ...allowed.map((name) => `^${ours(name)}`)],
  },
}))

const doors = WINGS.flatMap((wing) => [
  {
    name: `door: ${wing}`,
    comment: 'outside the wing only its index.ts is imported',
    severity: 'error',
    from: { path: '^(src|transforms)/', pathNot: `^${wing}/` },
    to: { path: `^${wing}/`, pathNot: [`^${wing}/index[.]ts$`, ...SIDE_DOORS] },
  },
  {
    name: `inside: ${wing}`,
    comment: 'inside a wing nobody imports its door',
    severity: 'error',
    from: { path: `^${wing}/` },
    to: { path: `^${wing}/index[.]ts$` },
  },
])

const packages = Object.entries(PACKAGES).map(([names, room]) => ({
  name: `package: ${names}`,
  comment: `known only to ${room}`,
  severity: 'error',
  from: { path: '^(src|transforms)/', pathNot: `^${room}` },
  to: { path: npm(names) },
}))

module.exports = {
  forbidden: [
    ...rooms,
    ...doors,
    ...packages,
    {
      name: 'no circles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'every room has a floor',
      comment: 'a new room is given its line in ROOMS',
      severity: 'error',
      from: { path: '^(src|transforms)/', pathNot: Object.keys(ROOMS).map((room) => `^${room}`) },
      to: {},
    },
    {
      name: 'chosen packages only',
      comment: 'docs/dependencies.md; sequelize itself is never imported, and sequelize-cli only spawned',
      severity: 'error',
      from: { path: '^(src|transforms)/' },
      to: { path: 'node_modules/', pathNot: Object.keys(PACKAGES).map(npm) },
    },
    {
      name: 'the world is touched in io only',
      comment:
        'elsewhere: the arithmetic of paths and hashes, in the front door the types of streams, and V8 as a judge of syntax',
      severity: 'error',
      from: { path: '^(src|transforms)/', pathNot: '^src/(io/|ast/syntax[.]ts$)' },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?(path|url|stream|crypto)$' },
    },
    {
      name: 'everything is found',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { conditionNames: ['node', 'import', 'require', 'default', 'types'] },
    tsConfig: { fileName: 'tsconfig.json' },
  },
}
