import { parseSource, type Source } from '../../src/ast'
import { UserError } from '../../src/errors'
import { anchored, applyEdits } from '../../src/repairs/edits/apply'
import { dropUnused, importName } from '../../src/repairs/edits/import'
import { append, propertiesOf } from '../../src/repairs/edits/list'
import { type Quote, quoted } from '../../src/repairs/edits/literal'
import { setProperty } from '../../src/repairs/edits/object'
import { remove } from '../../src/repairs/edits/removal'
import { keyOf, type Node, type Replace, walk } from '../../src/repairs/edits/source'

const open = (text: string): Source => parseSource(text, '/project/model.ts')

/** The outermost object literal. */
function literalIn(source: Source): Node {
  let found: Node | undefined
  walk(source.program, (node) => {
    if (!found && node.type === 'ObjectExpression') found = node
  })
  return found!
}

const edited = (text: string, edit: (source: Source, literal: Node) => Replace[]): string => {
  const source = open(text)
  return applyEdits(text, anchored(source, edit(source, literalIn(source))))
}

describe('setProperty', () => {
  const cases: [special: string, before: string, after: string][] = [
    ['empty', 'f({})', 'f({ paranoid: false })'],
    ['empty with a blank', 'f({ })', 'f({ paranoid: false })'],
    ['empty over two lines', 'f({\n})', 'f({\n  paranoid: false\n})'],
    ['empty but for a comment', 'f({\n  // none yet\n})', 'f({\n  // none yet\n  paranoid: false\n})'],
    ['empty but for a comment on its line', 'f({ /* none */ })', 'f({ /* none */ paranoid: false })'],
    ['one line', 'f({ a: 1 })', 'f({ a: 1, paranoid: false })'],
    ['one line, no blanks', 'f({a: 1})', 'f({a: 1, paranoid: false})'],
    ['one line, trailing comma', 'f({ a: 1, })', 'f({ a: 1, paranoid: false, })'],
    ['lines, trailing comma', 'f({\n  a: 1,\n})', 'f({\n  a: 1,\n  paranoid: false,\n})'],
    ['lines, no trailing comma', 'f({\n    a: 1\n})', 'f({\n    a: 1,\n    paranoid: false\n})'],
    ['tabs and CRLF', 'f({\r\n\ta: 1,\r\n})', 'f({\r\n\ta: 1,\r\n\tparanoid: false,\r\n})'],
    ['old line ends', 'f({\r  a: 1\r})', 'f({\r  a: 1,\r  paranoid: false\r})'],
    ['a comment after the last', 'f({\n  a: 1 // one\n})', 'f({\n  a: 1, // one\n  paranoid: false\n})'],
    ['a comment after the comma', 'f({\n  a: 1, // one,\n})', 'f({\n  a: 1, // one,\n  paranoid: false,\n})'],
    [
      'comments below the last',
      'f({\n  a: 1,\n  // b: 2,\n})',
      'f({\n  a: 1,\n  paranoid: false,\n  // b: 2,\n})',
    ],
    ['commas first', 'f({ a: 1\n  , b: 2\n  })', 'f({ a: 1\n  , b: 2\n  , paranoid: false\n  })'],
    ['hanging', 'f({ a: 1,\n    b: 2 })', 'f({ a: 1,\n    b: 2,\n    paranoid: false })'],
    ['a value over lines', 'f({ a: {\n  b: 1,\n} })', 'f({ a: {\n  b: 1,\n}, paranoid: false })'],
    ['quoted keys', 'f({\n  "a": 1\n})', 'f({\n  "a": 1,\n  "paranoid": false\n})'],
    ['single-quoted keys', "f({ 'a': 1 })", "f({ 'a': 1, 'paranoid': false })"],
    ['a spread last', 'f({\n  ...soft,\n})', 'f({\n  ...soft,\n  paranoid: false,\n})'],
    ['already there', 'f({ paranoid: SOFT, a: 1 })', 'f({ paranoid: false, a: 1 })'],
    ['already there, shorthand', 'f({ paranoid, a: 1 })', 'f({ paranoid: false, a: 1 })'],
    ['there before a spread', 'f({ paranoid: true, ...soft })', 'f({ ...soft, paranoid: false })'],
    [
      'there before a spread, on lines',
      'f({\n  paranoid: true,\n  ...soft,\n})',
      'f({\n  ...soft,\n  paranoid: false,\n})',
    ],
  ]
  test.each(cases)('%s', (_special, before, after) => {
    expect(edited(before, (source, literal) => setProperty(source, literal, 'paranoid', 'false'))).toBe(after)
  })

  test('an edit carries the text before it, so that a file changed meanwhile is refused', () => {
    const text = 'f({\n  a: 1,\n})\n'
    const source = open(text)
    const edits = anchored(source, setProperty(source, literalIn(source), 'paranoid', 'false'))
    expect(edits.map(({ expected }) => expected)).toEqual(['  a: 1,'])
    expect(() => applyEdits(`// new\n${text}`, edits)).toThrow(UserError)
  })
})

describe('remove', () => {
  const cases: [special: string, before: string, after: string][] = [
    ['the only one', 'f({ x: 1 })', 'f({})'],
    ['the only one of its lines', 'f({\n  x: 1,\n})', 'f({})'],
    ['the only one beside a comment', 'f({\n  // all\n  x: 1,\n})', 'f({\n  // all\n})'],
    ['first of a line', 'f({ x: 1, b: 2 })', 'f({ b: 2 })'],
    ['within a line', 'f({ a: 1, x: 1, b: 2 })', 'f({ a: 1, b: 2 })'],
    ['last of a line', 'f({ a: 1, x: 1 })', 'f({ a: 1 })'],
    ['last of a line, trailing comma', 'f({ a: 1, x: 1, })', 'f({ a: 1, })'],
    ['a line', 'f({\n  a: 1,\n  x: 1,\n  b: 2,\n})', 'f({\n  a: 1,\n  b: 2,\n})'],
    ['the last line', 'f({\n  a: 1,\n  x: 1,\n})', 'f({\n  a: 1,\n})'],
    ['the last line, no trailing comma', 'f({\n  a: 1,\n  x: 1\n})', 'f({\n  a: 1\n})'],
    ['the last line, a comment above', 'f({\n  a: 1, // a, b\n  x: 1\n})', 'f({\n  a: 1 // a, b\n})'],
    ['CRLF and tabs', 'f({\r\n\ta: 1,\r\n\tx: {\r\n\t\ty: 1,\r\n\t},\r\n})', 'f({\r\n\ta: 1,\r\n})'],
    ['with its own comment', 'f({\n  a: 1,\n  x: 1, // gone\n  b: 2,\n})', 'f({\n  a: 1,\n  b: 2,\n})'],
    ['with what speaks of it', 'f({\n  a: 1,\n  // when deleted\n  x: 1,\n})', 'f({\n  a: 1,\n})'],
    ['with its doc', 'f({\n  a: 1,\n  /**\n   * Soft delete.\n   */\n  x: 1,\n})', 'f({\n  a: 1,\n})'],
    ['not with a neighbour', 'f({\n  a: 1,\n  // times\n  x: 1,\n})', 'f({\n  a: 1,\n  // times\n})'],
    ['commas first', 'f({ a: 1\n  , x: 1\n  , b: 2\n})', 'f({ a: 1\n  , b: 2\n})'],
    ['commas first, last', 'f({ a: 1\n  , x: 1\n})', 'f({ a: 1\n})'],
    ['between blank lines', 'f({\n  a: 1,\n\n  x: 1,\n\n  b: 2,\n})', 'f({\n  a: 1,\n\n  b: 2,\n})'],
    ['after a blank line, last', 'f({\n  a: 1,\n\n  x: 1,\n})', 'f({\n  a: 1,\n})'],
    ['two neighbours', 'f({ a: 1, x: 1, x: 2 })', 'f({ a: 1 })'],
    ['two apart', 'f({\n  x: 1,\n  a: 1,\n  x: 2\n})', 'f({\n  a: 1\n})'],
    ['shares its line', 'f({\n  a: 1, x: 1,\n  b: 2,\n})', 'f({\n  a: 1,\n  b: 2,\n})'],
  ]
  test.each(cases)('%s', (_special, before, after) => {
    const gone = (source: Source, literal: Node) =>
      remove(
        propertiesOf(source, literal),
        literal.properties.filter((one: Node) => keyOf(one) === 'x'),
      )
    expect(edited(before, gone)).toBe(after)
  })
})

describe('imports', () => {
  const add = (text: string): string => {
    const source = open(text)
    return applyEdits(text, anchored(source, importName(source, 'st', 'Column')?.edits ?? []))
  }

  test.each([
    ["import { Table } from 'st'\n", "import { Table, Column } from 'st'\n"],
    ["import {\n  Table,\n} from 'st'\n", "import {\n  Table,\n  Column,\n} from 'st'\n"],
    ["import x, { Table } from 'st'\n", "import x, { Table, Column } from 'st'\n"],
    ["const { Table } = require('st')\n", "const { Table, Column } = require('st')\n"],
    ["import { Column as C } from 'st'\n", "import { Column as C } from 'st'\n"],
    [
      "import type { Column } from 'st'\nimport { Table } from 'st'\n",
      "import type { Column } from 'st'\nimport { Table, Column } from 'st'\n",
    ],
  ])('added to %j', (before, after) => expect(add(before)).toBe(after))

  test.each([
    ["import { Column as C } from 'st'", 'C'],
    ["import * as st from 'st'", 'st.Column'],
    ["const st = require('st')", 'st.Column'],
    ["const { Column: Col } = require('st')", 'Col'],
  ])('%s is used as %s', (text, name) => {
    expect(importName(open(text), 'st', 'Column')).toEqual({ name, edits: [] })
  })

  test('nothing is imported from there', () => {
    expect(importName(open("import { Table } from 'other'"), 'st', 'Column')).toBeUndefined()
  })

  test.each([
    ["import { A, B } from 'st'\nB()\n", "import { B } from 'st'\nB()\n"],
    ["import { A } from 'st'\nB()\n", 'B()\n'],
    ["\uFEFFimport { A } from 'st'\r\nB()\r\n", '\uFEFFB()\r\n'],
    ["import { A } from 'st'\nlet a: A\n", "import { A } from 'st'\nlet a: A\n"],
    ["import d, { A } from 'st'\nd()\n", "import d, { A } from 'st'\nd()\n"],
  ])('A dropped from %j', (before, after) => {
    const source = open(before)
    expect(applyEdits(before, anchored(source, dropUnused(source, ['A'], [])))).toBe(after)
  })
})

describe('quoted', () => {
  const hostile = [
    "it's",
    '"',
    '\\',
    '\\\'"',
    '\n\r\t',
    '\u2028\u2029',
    '\u0024{x}',
    '`',
    '\u0000',
    '\ud800',
    'ключ',
    "'); drop()//",
  ]
  test.each(hostile.flatMap((text) => (["'", '"'] as Quote[]).map((quote) => [text, quote] as const)))(
    '%j in %s reads back',
    (text, quote) => {
      const code = quoted(text, quote)
      expect(code[0]).toBe(quote)
      const { program } = open(`(${code})`)
      expect(program.body[0].expression.value).toBe(text)
    },
  )
})

describe('applyEdits', () => {
  const edit = (span: [number, number], expected: string, text: string): Replace => ({
    kind: 'replace',
    file: '/m.js',
    span,
    expected,
    text,
  })

  test('in any order', () => {
    expect(applyEdits('abc', [edit([0, 1], 'a', 'A'), edit([2, 3], 'c', 'C')])).toBe('AbC')
    expect(applyEdits('abc', [edit([2, 3], 'c', 'C'), edit([0, 1], 'a', 'A')])).toBe('AbC')
  })

  test('overlapping edits are refused', () => {
    expect(() => applyEdits('abc', [edit([0, 2], 'ab', ''), edit([1, 3], 'bc', '')])).toThrow(UserError)
  })

  test('the refusal says where and what to do', () => {
    expect(() => applyEdits('a\nb', [edit([2, 3], 'x', '')])).toThrow(
      'Something else stands there now than when the file was read, so it was left alone.\n/m.js:2\nRun the command again.',
    )
  })
})

test('a list keeps an argument list tight', () => {
  const text = 'define("User", {})'
  const source = open(text)
  const call = source.program.body[0].expression
  const list = { source, items: call.arguments, open: 7, close: text.length - 1 }
  expect(applyEdits(text, append(list, '{ paranoid: false }', ''))).toBe(
    'define("User", {}, { paranoid: false })',
  )
})
