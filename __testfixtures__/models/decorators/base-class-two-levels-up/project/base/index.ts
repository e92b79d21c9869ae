export * from './audited.model'
