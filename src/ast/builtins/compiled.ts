/** Implements the import and re-export helpers that TypeScript and Babel write into compiled CommonJS. */

import { isObject, isRef } from '../../values'
import { truthy } from '../choices'
import { slotAt } from '../making'
import type { Machine, RValue, Site } from '../runtime'
import { objectStatics } from './objects'

type Helper = (args: RValue[], site: Site, m: Machine) => RValue

const asDefault: Helper = ([module], site, m) => {
  const value = m.force(module)
  if (isObject(value) && truthy(m.get(value, '__esModule', site))) return module
  if (isRef(value)) return module
  return {
    kind: 'object',
    entries: new Map([['default', slotAt(module, site.at)]]),
    at: site.at,
  }
}

const helpers: Record<string, Helper> = {
  __exportStar: ([module, exports], site, m) => objectStatics.assign([exports, module], site, m),
  __importDefault: asDefault,
  _interopRequireDefault: asDefault,
  __importStar: ([module]) => module,
  _interopRequireWildcard: ([module]) => module,
  __toESM: ([module], site, m) => asDefault([module], site, m),
}

/** The result of a compiler's helper; undefined if the name is not a helper's. */
export function compiledHelper(
  name: string | undefined,
  args: () => RValue[],
  site: Site,
  m: Machine,
): RValue {
  const helper = name !== undefined && Object.hasOwn(helpers, name) ? helpers[name] : undefined
  return helper?.(args(), site, m)
}
