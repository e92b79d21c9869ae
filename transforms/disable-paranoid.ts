/** jscodeshift transform for repair B: turns paranoid off for models that lack their column, or by --only and --all. */

import { mayBeLeft } from '../src/repairs'
import { withFinding } from './folder'
import type { API, FileInfo, Options } from './jscodeshift'
import { isAsTold } from './options'
import { type Rewrite, rewrite } from './rewrite'

export { parser } from './parser'

const how: Rewrite = {
  name: 'disable-paranoid',
  choose: (judged) =>
    judged.model.paranoid === true
      ? {
          judged: withFinding(judged, judged.finding?.rule ?? 'unproven', judged.finding?.found),
          repair: 'disable-paranoid',
        }
      : undefined,
  holds: ({ model }) => model.paranoid === false,
  quiet: /^paranoid is false now at \S+\.$/,
}

/** The history matters only for attributes that may be left over. */
const asTold: Rewrite = {
  ...how,
  name: 'disable-paranoid as told',
  isDoubted: (model, read) => mayBeLeft(read(model.origin.file) ?? '', model),
}

export default function disableParanoid(
  file: FileInfo,
  api: API,
  options: Options,
): Promise<string | undefined> {
  return rewrite(file, api, options, isAsTold(options) ? asTold : how)
}
