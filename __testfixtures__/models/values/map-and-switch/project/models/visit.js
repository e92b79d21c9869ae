const byKind = new Map([['soft', { paranoid: true }], ['hard', { paranoid: false }]])
function optionsFor(kind) {
  switch (kind) {
    case 'soft':
    case 'gentle':
      return { paranoid: true }
    case 'hard':
      return {}
    default:
      return { paranoid: true, timestamps: false }
  }
}

module.exports = (sequelize, DataTypes) => {
  sequelize.define('Visit', { reason: DataTypes.STRING }, optionsFor('gentle'))
  sequelize.define('Room', { reason: DataTypes.STRING }, optionsFor('hard'))
  sequelize.define('Bed', { reason: DataTypes.STRING }, optionsFor('other'))
}
