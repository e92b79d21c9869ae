exports.paranoid = true)
