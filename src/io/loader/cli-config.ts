/**
 * The config file for sequelize-cli: it returns the connection that was checked before, whatever its source.
 * The source comes through the environment, so that no URL appears in the process list.
 */

import { instanceIn } from './connect'
import { findOptions } from './options'
import { SOURCE, type Source } from './protocol'
import { disarm, type Instance, librariesIn, type Options } from './sequelize'

async function config(): Promise<Record<string, Options>> {
  const source: Source = JSON.parse(process.env[SOURCE] ?? '{}')
  const options = source.instance
    ? await ofInstance(source, source.instance)
    : (await findOptions(source)).options
  const { use_env_variable: _, url: __, ...rest } = options
  return { [source.environment]: rest }
}

async function ofInstance(source: Source, file: string): Promise<Options> {
  let project: Instance | undefined
  for (const { library } of librariesIn(source))
    disarm(library, (instance) => !project || instance === project)
  project = await instanceIn(file, file)
  const { options, config: own = {} } = project
  const { hooks: _, define: __, ...rest } = options
  return { ...rest, ...own }
}

// A migration must stop when its deploy is killed: the next deploy may already run.
process.on('disconnect', () => process.exit(1))
process.channel?.unref()

// sequelize-cli uses the module itself, not its `default`.
module.exports = config
