const Base = require('../lib/base')
module.exports = class extends Base {
  table = 'users'
  columns(S) {
    return { deletedAt: S.DATE }
  }
}
