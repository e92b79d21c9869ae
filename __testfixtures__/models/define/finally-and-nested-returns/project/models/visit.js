function pick(kind) {
  try {
    if (kind === 'soft') return { paranoid: true }
    return { paranoid: false }
  } finally {
    kind = 'none'
  }
}
function override() {
  try {
    return { paranoid: true }
  } finally {
    return { paranoid: false }
  }
}

module.exports = (sequelize, DataTypes) => {
  sequelize.define('Visit', { reason: DataTypes.STRING }, pick('soft'))
  sequelize.define('Room', { reason: DataTypes.STRING }, pick('hard'))
  sequelize.define('Bed', { reason: DataTypes.STRING }, override())
}
