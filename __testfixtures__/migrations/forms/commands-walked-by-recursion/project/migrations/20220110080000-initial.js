const Sequelize = require('sequelize')

const words = 'ash birch cedar elm fir hazel holly larch lime maple oak pine plum rowan spruce thorn willow yew'
const trees = words.split(' ').flatMap((name) => [name, `${name}_copies`])
const commands = trees.map((name) => ({
  fn: 'createTable',
  params: [name, { id: { type: Sequelize.INTEGER, primaryKey: true } }],
}))
commands.push(...trees.map((name) => ({ fn: 'addColumn', params: [name, 'felled_at', Sequelize.DATE] })))
commands.push(...trees.slice(4).map((name) => ({ fn: 'dropTable', params: [name] })))

module.exports = {
  pos: 0,
  up(queryInterface) {
    let at = this.pos
    return new Promise((done, fail) => {
      const step = () => {
        if (at === commands.length) return done()
        const { fn, params } = commands[at]
        at += 1
        return queryInterface[fn].apply(queryInterface, params).then(step, fail)
      }
      step()
    })
  },
}
