/** How often the sources claim a type instead of showing it: `x as T` (but for `as const`), and `x!`. */

import fs from 'node:fs'
import path from 'node:path'
import { parseSource, walk } from '../../src/ast'

const root = path.join(__dirname, '../../src')

/** Of 1,000 lines so many at most. They may only be lowered. */
const CEILINGS = { casts: 1.2, assertions: 0.3 }

/** So far below its ceiling a figure may lie before the ceiling has to follow. */
const SLACK = 0.8

interface Room {
  lines: number
  casts: number
  assertions: number
}

function count(file: string, room: Room): void {
  const text = fs.readFileSync(file, 'utf8')
  room.lines += text.split('\n').length
  const { program } = parseSource(text, file)
  walk(program, (node) => {
    if (node.type === 'TSNonNullExpression') room.assertions++
    if (node.type !== 'TSAsExpression') return
    const { start, end } = node.typeAnnotation
    if (text.slice(start, end) !== 'const') room.casts++
  })
}

const rooms: Record<string, Room> = {}
for (const name of fs.readdirSync(root, { recursive: true, encoding: 'utf8' })) {
  if (!name.endsWith('.ts')) continue
  const room = name.includes(path.sep) ? path.dirname(name) : '.'
  rooms[room] ??= { lines: 0, casts: 0, assertions: 0 }
  count(path.join(root, name), rooms[room])
}

test.each(['casts', 'assertions'] as const)('%s', (kind) => {
  const sum = (field: keyof Room) => Object.values(rooms).reduce((all, room) => all + room[field], 0)
  const rate = (sum(kind) / sum('lines')) * 1000
  const lower = Math.ceil(rate * 10) / 10
  const says =
    rate > CEILINGS[kind]
      ? [
          `${rate.toFixed(2)} ${kind} in 1,000 lines, and ${CEILINGS[kind]} are allowed: let the types narrow (src/values.ts).`,
          ...Object.entries(rooms).flatMap(([name, room]) => (room[kind] ? `${name}: ${room[kind]}` : [])),
        ]
      : rate < CEILINGS[kind] - SLACK
        ? [`Lower the ceiling of ${kind} to ${lower}.`]
        : []
  expect(says).toEqual([])
})
