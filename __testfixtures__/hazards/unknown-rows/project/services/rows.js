exports.remove = (row) => row.destroy()
exports.back = (row) => row.restore()
exports.time = (row) => row.deletedAt
exports.live = { deletedAt: null }
exports.options = () => {
  const options = { paranoid: false }
  return options
}
