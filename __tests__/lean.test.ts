/** A lean scan leaves files unread, and tells of every model that can be paranoid what a whole one tells. */

import path from 'node:path'
import { scan } from '../src/scan'
import type { Judged, ScanSettings } from '../src/types'
import { casesIn, fixtures } from './model-cases'

const settings = (cwd: string): ScanSettings => ({
  cwd,
  paths: ['.'],
  migrations: [],
  ignore: [],
  noIgnore: false,
  only: [],
  strict: false,
})

/** What matters of a model: whether, where and how it is judged. */
const told = (models: Judged[]) =>
  models
    .filter(({ model, status }) => model.needsColumn !== false || status !== 'not-paranoid')
    .map(({ model, status, finding }) => ({ ...model, sites: undefined, status, finding }))

/** Unread parts are numbered as they are met. */
const plain = (value: unknown): string =>
  JSON.stringify(value, null, 1).replace(/__unread_\d+__/g, '__unread__')

describe.each(casesIn(fixtures))('$name', ({ folder }) => {
  test('lean and whole agree', async () => {
    const cwd = path.join(folder, 'project')
    const [whole, lean] = [await scan(settings(cwd)), await scan({ ...settings(cwd), lean: true })]
    expect(plain(told(lean.models))).toBe(plain(told(whole.models)))
    expect(lean.findings).toEqual(whole.findings)
  })
})
