// @flow
export type Options = { paranoid: boolean }
