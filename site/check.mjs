/** Every link of the built site leads to a page that is there, and to a heading in it. VitePress itself looks at pages alone. */

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('.vitepress/dist/', import.meta.url))
const base = process.env.SITE_BASE ?? '/'

const pages = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.html'),
)
const texts = new Map(
  pages.map((name) => [path.join(root, name), readFileSync(path.join(root, name), 'utf8')]),
)

const hasHeading = (file, id) => !id || texts.get(file)?.includes(` id="${id}"`)

/** @returns the file that an address leads to, and the heading in it; undefined for one elsewhere */
function target(from, address) {
  if (/^[a-z]+:|^\/\//i.test(address)) return undefined
  const [place = '', id = ''] = address.replaceAll('&amp;', '&').split('#')
  const whole = place.startsWith(base)
    ? path.join(root, place.slice(base.length))
    : path.resolve(path.dirname(from), place)
  const file = [place ? whole : from, `${whole}.html`, path.join(whole, 'index.html')].find(
    (one) => /\.\w+$/.test(one) && existsSync(one),
  )
  return { file, id: decodeURIComponent(id) }
}

const dead = [...texts].flatMap(([from, text]) =>
  [...text.matchAll(/<(?:a|img)\b[^>]*? (?:href|src)="([^"]*)"/g)].flatMap(([, address]) => {
    const to = target(from, address)
    return !to || (to.file && hasHeading(to.file, to.id)) ? [] : `${path.relative(root, from)}: ${address}`
  }),
)
const lost = ['index.html', 'docs/rules/missing-column.html'].filter(
  (name) => !texts.has(path.join(root, name)),
)

const said = [...new Set([...dead, ...lost.map((name) => `${name} was not made`)])]
process.stdout.write(`${[...said, `${pages.length} pages, ${new Set(dead).size} dead links`].join('\n')}\n`)
process.exitCode = said.length ? 1 : 0
