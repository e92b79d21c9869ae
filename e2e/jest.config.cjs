/** The packed program, driven as a user does: `npm run e2e`. It needs the npm registry, and is no part of `npm test`. */
module.exports = {
  rootDir: '..',
  roots: ['<rootDir>/e2e'],
  testEnvironment: 'node',
  globalSetup: '<rootDir>/e2e/setup.cjs',
  globalTeardown: '<rootDir>/e2e/teardown.cjs',
  testMatch: ['<rootDir>/e2e/**/*.test.ts'],
  transform: { '\\.ts$': '@swc/jest' },
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  testTimeout: 120000,
  // Every test uses the one installed package.
  maxWorkers: 1,
}
