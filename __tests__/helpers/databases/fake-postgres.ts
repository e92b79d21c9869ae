/** A server that speaks just enough of Postgres' protocol to refuse: each connection ends with the error it is told. */

import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'

export interface Refusal {
  /** SQLSTATE. */
  code: string
  /** `PASSWORD` in it is replaced by what the client sent. */
  message: string
}

const SSL_REQUEST = 80877103
const CLEARTEXT = Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 3])

/** @param refusal left out: the connection is closed without a word; silence: it stays open without one */
export async function refusing<T>(
  refusal: Refusal | 'silence' | undefined,
  work: (port: number) => Promise<T>,
): Promise<T> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket.on('error', () => undefined))
    socket.on('data', (data) => {
      if (refusal === 'silence') return
      if (!refusal) return void socket.end()
      if (data.length === 8 && data.readInt32BE(4) === SSL_REQUEST) return void socket.write('N')
      if (data[0] !== 0x70) return void socket.write(CLEARTEXT)
      const password = data.subarray(5, -1).toString()
      socket.end(errorResponse({ ...refusal, message: refusal.message.replace('PASSWORD', password) }))
    })
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  try {
    return await work((server.address() as AddressInfo).port)
  } finally {
    for (const socket of sockets) socket.destroy()
    await new Promise((resolve) => server.close(resolve))
  }
}

function errorResponse({ code, message }: Refusal): Buffer {
  const fields = Buffer.from(`SFATAL\0VFATAL\0C${code}\0M${message}\0\0`)
  const head = Buffer.alloc(5)
  head.write('E')
  head.writeInt32BE(fields.length + 4, 1)
  return Buffer.concat([head, fields])
}

/** A port where nobody listens. */
export const deadPort = (): Promise<number> => refusing(undefined, async (port) => port)
