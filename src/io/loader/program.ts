/** The program of the child process: it answers requests one after the other and ends with its parent. */

import { connectionFault, kin } from '../../dialects'
import { withoutLists } from '../../live'
import { attempt } from './attempts'
import { type Connection, ConnectionFailure, connect } from './connect'
import { Failure, faultOf } from './failure'
import { loadModels, watch } from './models'
import type { Fault, ModelFile, Reply, Request, Service, Services } from './protocol'
import { reflect } from './reflect'
import { replay } from './replay'

let connection: Connection | undefined

function connected(): Connection {
  if (connection) return connection
  throw new Failure('Nothing is connected yet.', 'Run the command again.')
}

let second: Connection['instance'] | undefined

const beside = (): Connection['instance'] => (second ??= connected().another())

/** Cleanup to run before the process ends. */
let end: () => Promise<void> = async () => undefined

const { exit } = process

/** Does nothing if the parent has disconnected. */
const reply = (message: Reply): void => void (process.connected && process.send?.(message))

type Answers = { [S in Service]: (input: never) => Promise<unknown> }

const answers: Answers = {
  async connect(source: Parameters<typeof connect>[0]) {
    connection = await connect(source, (secrets, complete) => reply({ secrets, complete }))
    connection.libraries.forEach(watch)
    return connection.about
  },
  async query({ sql, replacements, aside = false }: Parameters<Services['query']>[0]) {
    const bound = withoutLists(sql, replacements)
    const options = { raw: true, logging: false, ...(replacements && { replacements: bound.replacements }) }
    const [rows] = await (aside ? beside() : connected().instance).query(bound.sql, options)
    return Array.isArray(rows) ? rows.map((row) => ({ ...row })) : []
  },
  models: (wanted: ModelFile[]) => loadModels(wanted, connected()),
  attempt,
  async replay(wanted: Parameters<typeof replay>[0]) {
    const { about, failed, ...rest } = await replay(wanted)
    connection = rest.connection
    end = rest.end
    return { about, failed }
  },
  reflect,
}

/** Describes a connection error in the words of the dialect. */
function inWords(error: unknown): Fault {
  const fault = faultOf(error)
  if (fault.what) return fault
  const failure = error instanceof ConnectionFailure ? error : undefined
  const speaking = kin(failure?.dialect ?? connection?.about.dialect ?? '')
  const says = fault.says ?? ''
  const known = connectionFault(says, speaking)
  const where = failure ? ` (${failure.where})` : ''
  if (known) return { what: `${known.what.replace(/\.$/, '')}${where}.`, todo: known.todo, says }
  return {
    what: failure ? `The database cannot be reached${where}.` : 'The database does not answer as it should.',
    todo: 'See what it says, mend that, and run the command again.',
    says,
  }
}

/** Requests run one after the other, because one connection answers them. */
let before: Promise<unknown> = Promise.resolve()

process.on('message', ({ id, service, input }: Request) => {
  before = before.then(async () => {
    try {
      reply({ id, value: await answers[service](input as never) })
    } catch (error) {
      reply({ id, fault: inWords(error) })
    }
  })
})

process.on('disconnect', () => void end().finally(() => exit.call(process, 0)))

// A driver that loses its connection in the background must not end the process; the next query reports it.
process.on('uncaughtException', report)
process.on('unhandledRejection', report)

// Ignores broken output streams: each failed write would throw, be reported, and throw again.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)

function report(error: unknown): void {
  if (process.connected) process.stderr.write(`${error}\n`)
}
