/**
 * The config file that sequelize-cli is handed: the very connection that was checked before, whatever it was made from.
 * The source comes by the environment, so that no URL stands in a list of processes.
 */

import { instanceIn } from './connect'
import { findOptions } from './options'
import { SOURCE, type Source } from './protocol'
import type { Options } from './sequelize'

async function config(): Promise<Record<string, Options>> {
  const source = JSON.parse(process.env[SOURCE] ?? '{}') as Source
  const options = source.instance ? await ofInstance(source.instance) : (await findOptions(source)).options
  const { use_env_variable: _, url: __, ...rest } = options
  return { [source.environment]: rest }
}

async function ofInstance(file: string): Promise<Options> {
  const { options, config: own = {} } = await instanceIn(file, file)
  const { hooks: _, define: __, ...rest } = options
  return { ...rest, ...own } as Options
}

// sequelize-cli takes what the module is, not its `default`.
module.exports = config
