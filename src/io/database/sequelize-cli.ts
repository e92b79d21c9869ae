/** Runs the project's own sequelize-cli in a child process without a shell. Callers do not rely on its output. */

import { spawn } from 'node:child_process'
import path from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { UserError } from '../../errors'
import { compiledProgram, PARENT, SOURCE, type Source, type Veil } from '../loader'
import { installed } from '../reading'

interface CliRun {
  /** Exit code; null if a signal ended the process. */
  code: number | null
  output: string
}

interface Cli {
  /** Runs `db:migrate` or `db:migrate:undo` for this one file. */
  run(
    command: 'db:migrate' | 'db:migrate:undo',
    migration: string,
    env?: Record<string, string>,
    /** sequelize-cli before 6.5 has no --name and runs all pending migrations. */
    byName?: boolean,
  ): Promise<CliRun>
}

/**
 * @param tell receives each line of output as it comes, without credentials
 * @throws UserError when sequelize-cli is not installed
 */
export function sequelizeCli(source: Source, folder: string, veil: Veil, tell: (line: string) => void): Cli {
  const script = scriptOf(source.start)
  return {
    run(command, migration, env = {}, byName = true) {
      const hook = /\.c?ts$/.test(migration) ? ['-r', compiledProgram('typescript-hook')] : []
      const which = byName ? ['--name', migration] : []
      const watched = ['-r', compiledProgram('watchdog'), ...hook]
      const args = [...watched, script, command, ...which, '--env', source.environment]
      args.push('--config', compiledProgram('cli-config'), '--migrations-path', folder)
      // Without this, a url in .sequelizerc would override the config.
      args.push('--url=')
      const child = spawn(process.execPath, args, {
        cwd: source.start,
        env: {
          ...process.env,
          NODE_ENV: source.environment,
          [SOURCE]: JSON.stringify(source),
          [PARENT]: String(process.pid),
          ...env,
        },
        // The IPC channel closes when this program ends; the child then exits (cli-config.ts).
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
        windowsHide: true,
      })
      const lines: string[] = []
      const take = (line: string) => {
        const shown = veil(stripVTControlCharacters(line)).trimEnd()
        if (!shown.trim() || NOISE.test(shown)) return
        lines.push(shown)
        tell(shown)
      }
      for (const stream of [child.stdout, child.stderr])
        if (stream) eachLine(stream.setEncoding('utf8'), take)
      return new Promise((resolve, reject) => {
        child.on('error', reject)
        child.on('close', (code) => resolve({ code, output: lines.join('\n') }))
      })
    },
  }
}

/** Lines that are not shown: the banner, the name of our own config file, and Node's warning that prints URLs. */
const NOISE =
  /^\s*Sequelize CLI \[|^Loaded configuration file|^Using environment|DEP0170|^\(Use `node --trace|^Parsed url/

function eachLine(stream: NodeJS.ReadableStream, take: (line: string) => void): void {
  let rest = ''
  stream.on('data', (data: string) => {
    const lines = (rest + data).split(/\r?\n/)
    rest = lines.pop() ?? ''
    lines.forEach(take)
  })
  stream.on('end', () => take(rest))
}

function scriptOf(start: string): string {
  const found = installed(start, 'sequelize-cli')
  if (found) return path.join(found.folder, 'lib', 'sequelize')
  throw new UserError(
    'sequelize-cli is not installed here.',
    'Install it: npm install --save-dev sequelize-cli.',
  )
}
