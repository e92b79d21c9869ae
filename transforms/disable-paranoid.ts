/** jscodeshift's door to B: paranoid off for every model of a file, or for those that --only names. */

import type { API, FileInfo, Options } from 'jscodeshift'
import { mayBeLeft } from '../src/repairs'
import { withFinding } from './folder'
import { type Rewrite, rewrite } from './rewrite'

export { parser } from './parser'

const how: Rewrite = {
  name: 'disable-paranoid',
  choose: (judged) =>
    judged.model.paranoid === true
      ? { judged: withFinding(judged, 'unproven'), repair: 'disable-paranoid' }
      : undefined,
  holds: ({ model }) => model.paranoid === false,
  isDoubted: (model, read) => mayBeLeft(read(model.origin.file) ?? '', model),
  quiet: /^paranoid is false now at \S+\.$/,
}

export default function disableParanoid(
  file: FileInfo,
  api: API,
  options: Options,
): Promise<string | undefined> {
  return rewrite(file, api, options, how)
}
