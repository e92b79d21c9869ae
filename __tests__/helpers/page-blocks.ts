/** The examples of a page: each fenced block of JavaScript, and what stands below it as printed. */

import fs from 'node:fs'
import path from 'node:path'

export interface Example {
  heading: string
  language: string
  code: string
  prints: string
}

/** @param page its name in docs */
export function examplesIn(page: string): Example[] {
  const text = fs.readFileSync(path.join(__dirname, '../../docs', page), 'utf8').replaceAll('\r\n', '\n')
  const fenced = /```(js|mjs|ts|json)\n([\s\S]*?)```\n(?:\n```text\n([\s\S]*?)```\n)?/g
  return text.split(/^(?=#{1,3} )/m).flatMap((section) => {
    const [, heading = ''] = /^#+ (.+)/.exec(section) ?? []
    return [...section.matchAll(fenced)].map(([, language = '', code = '', prints = '']) => ({
      heading,
      language,
      code,
      prints,
    }))
  })
}
