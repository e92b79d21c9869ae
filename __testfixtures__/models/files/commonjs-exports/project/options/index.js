exports.soft = { paranoid: true }
module.exports.tables = { visit: 'clinic_visit' }
