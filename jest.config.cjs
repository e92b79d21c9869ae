/** Tests read the TypeScript sources through swc; types are checked by `tsc`. */
module.exports = {
  testEnvironment: 'node',
  // What runs beside the tool in a process of its own is started as it is shipped: compiled.
  globalSetup: '<rootDir>/__tests__/helpers/build.cjs',
  globalTeardown: '<rootDir>/__tests__/helpers/forget.cjs',
  testMatch: ['<rootDir>/__tests__/**/*.test.ts'],
  transform: { '\\.ts$': '@swc/jest' },
  // A built dist/x.js must never be taken for src/x.ts.
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/__testfixtures__/'],
  moduleFileExtensions: ['ts', 'js', 'cjs', 'mjs', 'json'],
  testTimeout: 120000,
  // Much of the time is spent waiting for servers and other processes.
  maxWorkers: '100%',
}
