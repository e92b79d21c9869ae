/** The frame of a page: one file that loads nothing. Its policy allows no style and script but its own two. */

import { createHash } from 'node:crypto'
import { html, type Markup } from './markup'
import { script } from './script'
import { style } from './style'

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

export function page(title: string, body: Markup): string {
  const policy = [
    "default-src 'none'",
    `style-src ${hash(style)}`,
    `script-src ${hash(script)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  const { html: text } = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${{ html: policy }}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${{ html: style }}</style>
</head>
<body>
<a class="skip" href="#main">To the findings</a>
${body}
<script>${{ html: script }}</script>
</body>
</html>
`
  return text
}
