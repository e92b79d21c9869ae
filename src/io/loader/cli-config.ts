/**
 * The config file that sequelize-cli is handed: the very connection that was checked before, whatever it was made from.
 * The source comes by the environment, so that no URL stands in a list of processes.
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

// A migration must not go on when the deploy that started it was killed: the next one may be at work already.
process.on('disconnect', () => process.exit(1))
process.channel?.unref()

// sequelize-cli takes what the module is, not its `default`.
module.exports = config
