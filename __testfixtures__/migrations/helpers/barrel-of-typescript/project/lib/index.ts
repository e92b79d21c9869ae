export * from './soft-delete'
export { default as base } from './base'
