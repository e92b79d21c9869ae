/** Adds to YAML by lines, where it is written as usual. What is written otherwise is left to a person. */

const endOf = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n')

const indentOf = (line: string): number => /^ */.exec(line)?.[0].length ?? 0

const isBlank = (line: string): boolean => /^\s*(?:#.*)?$/.test(line)

/** lefthook: a command of pre-commit. @returns undefined if the file is written otherwise */
export function withCommand(text: string, command: string): string | undefined {
  const end = endOf(text)
  const lines = text.replace(/\s+$/, '').split(/\r?\n/)
  const own = (by: string) => [`${by}deletedat:`, `${by}  run: ${command}`]
  const hook = lines.findIndex((line) => /^pre-commit\s*:/.test(line))
  const join = (all: string[]) => `${all.join(end).replace(/^\s+/, '')}${end}`
  if (hook < 0) return join([...lines, '', 'pre-commit:', '  commands:', ...own('    ')])
  if (!/^pre-commit\s*:\s*$/.test(lines[hook] ?? '')) return undefined
  const commands = lines.findIndex((line, at) => at > hook && /^ +commands\s*:\s*$/.test(line))
  const next = lines.findIndex((line, at) => at > hook && !isBlank(line) && indentOf(line) === 0)
  if (commands < 0 || (next >= 0 && commands > next)) return undefined
  const first = lines.slice(commands + 1).find((line) => !isBlank(line)) ?? ''
  const deep =
    indentOf(first) > indentOf(lines[commands] ?? '') ? indentOf(first) : indentOf(lines[commands] ?? '') + 2
  return join([...lines.slice(0, commands + 1), ...own(' '.repeat(deep)), ...lines.slice(commands + 1)])
}

/** pre-commit: a local repository at the end of `repos`. @returns undefined if the file is written otherwise */
export function withRepository(text: string, command: string): string | undefined {
  const end = endOf(text)
  const lines = text.replace(/\s+$/, '').split(/\r?\n/)
  const keys = lines.filter(
    (line) => !isBlank(line) && indentOf(line) === 0 && !line.startsWith('- ') && line !== '---',
  )
  const first = lines.find((line) => /^ *- repo\s*:/.test(line))
  if (!/^repos\s*:\s*$/.test(keys.at(-1) ?? '') || first === undefined) return undefined
  const by = ' '.repeat(indentOf(first))
  return [
    ...lines,
    `${by}- repo: local`,
    `${by}  hooks:`,
    `${by}    - id: deletedat-codemod`,
    `${by}      name: deletedat-codemod check`,
    `${by}      language: system`,
    `${by}      entry: ${command}`,
    `${by}      pass_filenames: false`,
    `${by}      always_run: true`,
    '',
  ].join(end)
}
