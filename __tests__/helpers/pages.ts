/** A project for the reports that people look at: every level of verdict, a history, and names that are markup. */

const model = (name: string, options: string) =>
  `module.exports = (sequelize, D) =>\n  sequelize.define('${name}', {\n    title: D.STRING,\n  }, {\n    ${options},\n  })\n`

const up = (...lines: string[]) =>
  `module.exports = {\n  async up(queryInterface, D) {\n${lines.map((line) => `    ${line}\n`).join('')}  },\n}\n`

export const MARKUP = '<img src=x onerror=alert(1)>'
export const BREAKOUT = '"><script>alert(2)</script>'

export const PAGES_PROJECT = {
  'package.json': JSON.stringify({ dependencies: { sequelize: '6.37.7', pg: '8.0.0' } }),
  'models/session.js': model('Session', "tableName: 'sessions', paranoid: true"),
  'models/order.js': model('Order', "tableName: 'orders', paranoid: true"),
  'models/product.js': model('Product', "tableName: 'products', paranoid: true"),
  'models/legacy.js': model('Legacy', "tableName: 'legacy', paranoid: true"),
  'models/review.js': model('Review', "tableName: 'reviews', paranoid: process.env.SOFT === '1'"),
  'models/city.js': model('City', "tableName: 'cities'"),
  'models/odd <b>.js': model(MARKUP, `tableName: '${BREAKOUT}', paranoid: true`),
  'migrations/20240101000000-create.js': up(
    "await queryInterface.createTable('purchases', { id: D.INTEGER, createdAt: D.DATE, updatedAt: D.DATE, deletedAt: D.DATE })",
    "await queryInterface.createTable('sessions', { id: D.INTEGER, createdAt: D.DATE, updatedAt: D.DATE })",
    "await queryInterface.createTable('products', { id: D.INTEGER, createdAt: D.DATE, updatedAt: D.DATE })",
    `await queryInterface.createTable('${BREAKOUT}', { '<u>': D.INTEGER, createdAt: D.DATE, updatedAt: D.DATE })`,
  ),
  'migrations/20240202000000-orders.js': up(
    "await queryInterface.renameTable('purchases', 'orders')",
    "await queryInterface.renameColumn('orders', 'deletedAt', 'deleted_at')",
    "await queryInterface.addColumn('products', 'deletedAt', D.DATE)",
  ),
}
