/**
 * A deploy is killed after every single statement: the server has carried it out, and nobody has heard so. The next one
 * brings the same end state. The statements are counted on the wire, between the deploy and its server.
 */

const net = require('node:net')
const { faultsOfNext, onServer, reset, typed } = require('./live.cjs')

/** Takes what a client sends apart, and tells of each statement. */
const READERS = {
  /** A message is a letter, its length and its text; the first one of a connection has no letter. */
  PostgreSQL(tell) {
    let isFirst = true
    return (buffer) => {
      const head = isFirst ? 0 : 1
      if (buffer.length < head + 4) return 0
      const length = head + buffer.readInt32BE(head)
      if (buffer.length < length) return 0
      // After a request for TLS the first message is still to come.
      if (isFirst) isFirst = buffer.readInt32BE(4) === 80877103
      else if (buffer[0] === 0x51 || buffer[0] === 0x45) tell()
      return length
    }
  },
  /** A packet is its length, its number in the conversation and its text; a command is number 0. */
  MariaDB: (tell) => (buffer) => {
    if (buffer.length < 5) return 0
    const length = 4 + buffer.readUIntLE(0, 3)
    if (buffer.length < length) return 0
    if (buffer[3] === 0 && (buffer[4] === 0x03 || buffer[4] === 0x17)) tell()
    return length
  },
}

/** A server in front of another. `at(n, act)`: acts once the n-th statement from now on was answered, and passes on nothing more. */
async function between(name, target) {
  let [count, last, act] = [0, Number.POSITIVE_INFINITY, undefined]
  const open = new Set()
  const cut = () => {
    for (const socket of open) socket.destroy()
    act?.()
    act = undefined
  }
  const server = net.createServer((client) => {
    const upstream = net.connect(target, '127.0.0.1')
    let [rest, isLast] = [Buffer.alloc(0), false]
    const next = READERS[name](() => {
      if (++count === last) isLast = true
    })
    client.on('data', (data) => {
      rest = Buffer.concat([rest, data])
      for (let length = next(rest); length; length = next(rest)) rest = rest.subarray(length)
      upstream.write(data)
    })
    upstream.on('data', (data) => (isLast ? cut() : client.write(data)))
    for (const [one, other] of [
      [client, upstream],
      [upstream, client],
    ]) {
      open.add(one)
      one
        .on('error', () => undefined)
        .on('close', () => {
          open.delete(one)
          other.destroy()
        })
    }
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: server.address().port,
    at(statement, work) {
      ;[count, last, act] = [0, statement, work]
    },
    count: () => count,
    close: () => server.close(cut),
  }
}

/**
 * @param until milliseconds of the clock
 * @returns faults, a sentence each
 */
async function killedStatements(name, { until, say }) {
  let proxy
  const through = async (port) => {
    proxy = await between(name, port)
    return proxy.port
  }
  const faults = await onServer(name, { say, through }, async ({ root, sequelize }) => {
    await reset(sequelize)
    proxy.at(Number.POSITIVE_INFINITY)
    await typed(root, ['deploy', 'models'])
    const all = proxy.count()
    const found = []
    let done = 0
    while (done < all && Date.now() < until) {
      await reset(sequelize)
      const kill = (end) => proxy.at(done + 1, end)
      const { signal, code } = await typed(root, ['deploy', 'models'], { kill })
      if (signal !== 'SIGKILL') found.push(`${name}, statement ${done + 1}: nobody was killed (${code})`)
      proxy.at(Number.POSITIVE_INFINITY)
      const next = await faultsOfNext(name, root, sequelize)
      found.push(...next.map((fault) => `${name}, killed after statement ${done + 1} of ${all}: ${fault}`))
      done++
    }
    say(`killed statements on ${name}: ${done} of ${all}`)
    return found
  })
  proxy?.close()
  return faults
}

module.exports = { killedStatements }
