/** An endpoint of the running application, as it may answer. */

import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tryEndpoint } from '../../src/io/database/endpoint'

async function answering<T>(answer: RequestListener, work: (origin: string) => Promise<T>): Promise<T> {
  const server = createServer(answer)
  await once(server.listen(0, '127.0.0.1'), 'listening')
  try {
    return await work(`127.0.0.1:${(server.address() as AddressInfo).port}`)
  } finally {
    server.closeAllConnections()
    server.close()
  }
}

const atOnce = { wait: 0 }

test('a login in the URL is sent, and not shown', async () => {
  const seen: (string | undefined)[] = []
  await answering(
    (request, response) => {
      seen.push(request.headers.authorization)
      response.end('[]')
    },
    async (origin) => {
      const went = await tryEndpoint(`http://ada:s%23cret@${origin}/sessions`, atOnce)
      expect(went).toEqual({ subject: `GET http://${origin}/sessions`, state: 'ok', says: '200' })
    },
  )
  expect(seen).toEqual([`Basic ${Buffer.from('ada:s#cret').toString('base64')}`])
})

test.each([
  ['column "deletedAt" does not exist', 200],
  ['SQLITE_ERROR: no such column: Session.deletedAt', 500],
  ["Unknown column 'Session.deletedAt' in 'where clause'", 500],
  ["Invalid column name 'deletedAt'.", 500],
])('%s is found whatever the status', async (message, status) => {
  await answering(
    (_request, response) => void response.writeHead(status).end(`<pre>${message}</pre>`),
    async (origin) => {
      const went = await tryEndpoint(`http://${origin}/`, atOnce)
      expect(went).toMatchObject({ state: 'failed', says: expect.stringContaining(`${status}: `) })
    },
  )
})

test('the status that is expected, and another', async () => {
  await answering(
    (_request, response) => void response.writeHead(401).end(),
    async (origin) => {
      const url = `http://${origin}/`
      expect(await tryEndpoint(url, { ...atOnce, expectStatus: 401 })).toMatchObject({ state: 'ok' })
      expect(await tryEndpoint(url, { ...atOnce, expectStatus: 200 })).toMatchObject({
        state: 'failed',
        says: 'it answers with 401, and 200 was expected',
      })
      expect(await tryEndpoint(url, atOnce)).toMatchObject({ state: 'failed', says: 'it answers with 401' })
    },
  )
})

test('nobody answers', async () => {
  const gone = await answering(
    () => undefined,
    async (origin) => origin,
  )
  expect(await tryEndpoint(`http://${gone}/`, atOnce)).toMatchObject({
    state: 'failed',
    says: 'no answer (ECONNREFUSED)',
  })
})

test('a body without an end is read only so far', async () => {
  await answering(
    (_request, response) => {
      const more = () => response.write('x'.repeat(65536)) && setImmediate(more)
      response.on('drain', more)
      more()
    },
    async (origin) => {
      expect(await tryEndpoint(`http://${origin}/`, atOnce)).toMatchObject({ state: 'ok', says: '200' })
    },
  )
})
