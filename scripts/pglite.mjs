/**
 * Embedded Postgres behind a socket, for the real `pg` driver. Run by itself it prints the URL and serves until
 * its standard input ends.
 */
import fs from 'node:fs'
import { pathToFileURL } from 'node:url'
import { PGlite } from '@electric-sql/pglite'
import { PGLiteSocketServer } from '@electric-sql/pglite-socket'

/** @returns {Promise<{ url: string, stop: () => Promise<void> }>} */
export async function startPglite() {
  const db = await PGlite.create()
  const server = new PGLiteSocketServer({ db, host: '127.0.0.1', port: 0, maxConnections: 20 })
  await server.start()
  const stop = async () => {
    await server.stop()
    await db.close()
  }
  return { url: `postgres://postgres@${server.getServerConn()}/postgres`, stop }
}

if (import.meta.url === pathToFileURL(fs.realpathSync(process.argv[1])).href) {
  const { url, stop } = await startPglite()
  process.stdout.write(`${url}\n`)
  process.stdin.resume().on('end', stop)
}
