/** The README as its tests read it: fenced blocks in order, each under its heading. */

import fs from 'node:fs'
import path from 'node:path'

export const readme = fs
  .readFileSync(path.join(__dirname, '../../README.md'), 'utf8')
  .replaceAll('\r\n', '\n')

export interface Block {
  heading: string
  language: string
  text: string
  /** `<!-- not run: why -->` right above it. */
  notRun?: string
  /** `<!-- exit code N -->` right above it, else 0. */
  exitCode: number
  /** The `text` block that follows it: what it prints. */
  prints?: string
}

export const blocks: Block[] = []

const FENCED =
  /(?:<!-- (?:not run: (.+)|exit code (\d)) -->\n)?```(\w+)\n([\s\S]*?)```\n(?:\n```text\n([\s\S]*?)```\n)?/g

for (const section of readme.split(/^(?=#{1,3} )/m)) {
  const [, heading = ''] = /^#+ (.+)/.exec(section) ?? []
  for (const [, notRun, exitCode, language = '', text = '', prints] of section.matchAll(FENCED)) {
    blocks.push({ heading, language, text, notRun, exitCode: Number(exitCode ?? 0), prints })
  }
}

/** The only block of this language under the heading. */
export function blockUnder(heading: string, language: string): string {
  const [block, ...others] = blocks.filter((one) => one.heading === heading && one.language === language)
  if (!block || others.length) throw new Error(`README: not one ${language} block under "${heading}".`)
  return block.text
}
