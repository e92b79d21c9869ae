/** The rewrite as a transform of jscodeshift is usually written: found by `j()`, printed by `toSource`. */

module.exports = ({ source }, { jscodeshift: j }) => {
  const paranoid = j(source)
    .find(j.ObjectProperty, { key: { name: 'paranoid' }, value: { value: true } })
    .forEach(({ node }) => {
      node.value = j.booleanLiteral(false)
    })
  return paranoid.length ? paranoid.toSource() : undefined
}

module.exports.parser = 'ts'
