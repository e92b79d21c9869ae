/** Keeps one comment on a pull request: it is written once, and changed from then on. */

import fs from 'node:fs'

const MARK = '<!-- deletedat-codemod -->'

/** GitHub takes no more letters than these. */
const MOST = 65_000

/**
 * @param report in Markdown
 * @param isClean a pull request that never had a finding is not commented on
 */
export async function commentOn(report, { isClean, token, env }) {
  const number = pullRequest(env)
  if (number === undefined) return
  const api = `${env.GITHUB_API_URL ?? 'https://api.github.com'}/repos/${env.GITHUB_REPOSITORY}`
  const ask = (place, method = 'GET', body = undefined) => asked(`${api}${place}`, { method, body, token })
  const old = await ours(ask, number)
  if (!old && isClean) return
  const body = `${MARK}\n${cut(report)}`
  if (old?.body === body) return
  if (old) await ask(`/issues/comments/${old.id}`, 'PATCH', { body })
  else await ask(`/issues/${number}/comments`, 'POST', { body })
}

function pullRequest({ GITHUB_EVENT_PATH: file }) {
  if (!file || !fs.existsSync(file)) return undefined
  const number = JSON.parse(fs.readFileSync(file, 'utf8')).pull_request?.number
  return Number.isInteger(number) ? number : undefined
}

/** Only what a bot wrote is ours: anybody can write the mark. */
async function ours(ask, number) {
  for (let page = 1; ; page++) {
    const comments = await ask(`/issues/${number}/comments?per_page=100&page=${page}`)
    const found = comments.find(({ body, user }) => user?.type === 'Bot' && body?.startsWith(MARK))
    if (found || comments.length < 100) return found
  }
}

async function asked(url, { method, body, token }) {
  const response = await fetch(url, {
    method,
    headers: {
      accept: 'application/vnd.github+json',
      authorization: `Bearer ${token}`,
      'user-agent': 'deletedat-codemod',
    },
    ...(body && { body: JSON.stringify(body) }),
  })
  if (!response.ok) throw new Error(`${method} ${new URL(url).pathname} gave ${response.status}.`)
  return response.json()
}

/** A report that is too long ends at a line, without what is folded away. */
function cut(report) {
  if (report.length <= MOST) return report
  const short = report.split('\n<details>')[0]
  const kept = short.length <= MOST ? short : short.slice(0, short.lastIndexOf('\n', MOST))
  return `${kept}\n\nThe rest is too long for a comment.\n`
}
