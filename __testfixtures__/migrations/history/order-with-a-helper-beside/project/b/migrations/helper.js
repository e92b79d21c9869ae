exports.table = 'users'
