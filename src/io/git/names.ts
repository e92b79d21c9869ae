/** Tells by their names which files a scan may read, and which changes may matter to a model. */

const READ = /\.(?:[cm]?[jt]sx?|json[c5]?|sql|ya?ml|lock)$|(?:^|\/)\.(?:sequelizerc|gitignore|db-migraterc)$/i

/** Code, SQL, and what may be a configuration. */
const MATTERS = /\.(?:[cm]?[jt]sx?|json[c5]?|sql)$|(?:^|\/)\.(?:sequelizerc|db-migraterc)$/i

const NEVER =
  /\.d\.[cm]?ts$|\.min\.[cm]?js$|(?:^|\/)(?:node_modules\/|(?:package-lock|npm-shrinkwrap)\.json$)/

export const isRead = (name: string): boolean => READ.test(name) && !/(?:^|\/)node_modules\//.test(name)

export const mayMatter = (name: string): boolean => MATTERS.test(name) && !NEVER.test(name)
