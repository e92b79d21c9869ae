/** The README, and pages of docs, as their tests read them: fenced blocks in order, each under its heading. */

import fs from 'node:fs'
import path from 'node:path'

const page = (name: string): string =>
  fs.readFileSync(path.join(__dirname, '../..', name), 'utf8').replaceAll('\r\n', '\n')

export const readme = page('README.md')

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

const FENCED =
  /(?:<!-- (?:not run: (.+)|exit code (\d)) -->\n)?```(\w+)\n([\s\S]*?)```\n(?:\n```text\n([\s\S]*?)```\n)?/g

function blocksOf(markdown: string): Block[] {
  const blocks: Block[] = []
  for (const section of markdown.split(/^(?=#{1,3} )/m)) {
    const [, heading = ''] = /^#+ (.+)/.exec(section) ?? []
    for (const [, notRun, exitCode, language = '', text = '', prints] of section.matchAll(FENCED)) {
      blocks.push({ heading, language, text, notRun, exitCode: Number(exitCode ?? 0), prints })
    }
  }
  return blocks
}

export const blocks = blocksOf(readme)

/** The only block of this language under the heading of a page. */
export function blockUnder(name: string, heading: string, language: string): string {
  const [block, ...others] = blocksOf(page(name)).filter(
    (one) => one.heading === heading && one.language === language,
  )
  if (!block || others.length) throw new Error(`${name}: not one ${language} block under "${heading}".`)
  return block.text
}
