/** Declares the part of ESLint that the rule uses, of versions 9 and 10 alike, so that its types need no package. */

export interface Location {
  line: number
  column: number
}

export interface Fixer {
  replaceTextRange(range: [number, number], text: string): unknown
}

export interface Report {
  loc: { start: Location; end: Location }
  messageId: string
  data: Record<string, string>
  suggest: { messageId: string; data: Record<string, string>; fix(fixer: Fixer): unknown[] }[]
}

export interface Context {
  cwd: string
  filename: string
  physicalFilename: string
  options: unknown[]
  sourceCode: { text: string; getLocFromIndex(index: number): Location }
  report(descriptor: Report): void
}

export interface Rule {
  meta: {
    type: 'problem'
    hasSuggestions: true
    docs: { description: string; url: string; recommended: true }
    messages: Record<string, string>
    schema: object[]
    defaultOptions: object[]
  }
  // biome-ignore lint/suspicious/noExplicitAny: ESLint's own type of it, and Oxlint's, which we do not import.
  create(context: any): { Program(): void }
}
