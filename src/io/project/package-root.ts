/** The tool's own folder, whether it runs from src/ or from dist/. */

import path from 'node:path'
import { manifestIn, upward } from '../reading'

export const packageRoot = (): string =>
  upward(__dirname).find((folder) => manifestIn(folder)) ?? path.dirname(__dirname)

export const packageVersion = (): string => manifestIn(packageRoot())?.version ?? '0.0.0'
