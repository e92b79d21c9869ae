/** lint-staged, which a hook of any tool may run: where its config has the command already. */

import path from 'node:path'
import type { InitFacts } from '../types'
import { BIN, hasTool } from './words'

const ENDINGS = ['json', 'yaml', 'yml', 'js', 'cjs', 'mjs', 'ts', 'cts', 'mts']

const NAMES = [
  '.lintstagedrc',
  ...ENDINGS.map((one) => `.lintstagedrc.${one}`),
  ...ENDINGS.map((one) => `lint-staged.config.${one}`),
]

/** @returns the file, from the top; undefined if none has it */
export function inLintStaged({ cwd, top, read }: InitFacts): string | undefined {
  const folders = [...new Set([cwd, top])]
  const inManifest = folders.map((one) => path.join(one, 'package.json')).find((file) => hasKey(read(file)))
  const file =
    inManifest ??
    folders
      .flatMap((folder) => NAMES.map((name) => path.join(folder, name)))
      .find((one) => hasTool(read(one)))
  return file && path.relative(top, file).split(path.sep).join('/')
}

function hasKey(manifest: string | undefined): boolean {
  try {
    return JSON.stringify(JSON.parse(manifest ?? '{}')['lint-staged'] ?? '').includes(BIN)
  } catch {
    return false
  }
}
