/**
 * The layer rules of docs/architecture.md, floor by floor: a room may import what its row allows, and nothing else.
 * Each wing is entered by its door, index.ts.
 */
const room = (from, allowed, also = []) => ({
  name: `room ${from}`,
  comment: `${from} imports only: ${[...allowed, ...also].join(', ') || 'nothing'}`,
  severity: 'error',
  from: { path: `^${from}` },
  to: { pathNot: [`^${from}`, ...allowed.map((path) => `^${path}`), ...also] },
})
const src = (name) => `src/${name}`
const base = [src('types'), src('errors')]
const node = '^node:|^(fs|path|url|os|util)$'
module.exports = { forbidden: [] , options: { tsPreCompilationDeps: true, parser: 'swc', tsConfig: { fileName: 'tsconfig.json' } } }
