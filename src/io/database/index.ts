/** DOOR. */

export { type Database, openDatabase, sourceFor } from './database'
export { underDeployLock } from './deploy-lock'
export { tryEndpoint } from './endpoint'
export { type Replayed, replayOn } from './replay'
export { reflectModels } from './runtime'
export { sequelizeCli } from './sequelize-cli'
