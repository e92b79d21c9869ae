/** The interpreter's access to files. */
export interface Reader {
  read(file: string): string | undefined
  list(dir: string): string[] | undefined
  isFile(file: string): boolean
  resolve(specifier: string, fromFile: string): string | { package: string } | undefined
  /** Why the project's code may not read this path; undefined if it may. */
  denied?(file: string): string | undefined
  /** `babel` turns the fast parser off. */
  parser?: 'babel'
}
