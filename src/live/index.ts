/** DOOR. What a Sequelize in memory tells: its models, and over its connection the tables. Nothing here reads a file. */

export { catalogOver, withoutLists } from './catalog'
export { attributeOf, columnOf, type LiveModel, modelsOf, tableOf } from './models'
