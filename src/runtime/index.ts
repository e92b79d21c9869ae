/** DOOR. `deletedat-codemod/runtime`: for the application itself. No parser is loaded. */

export { type AssertOptions, assertParanoid, ParanoidDrift } from './assert'
export { type Drift, type DriftOptions, findDrift } from './drift'
export { type AnySequelize, isSequelize } from './instance'
