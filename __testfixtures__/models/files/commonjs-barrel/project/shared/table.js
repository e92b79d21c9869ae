exports.table = { tableName: 'clinic_visit' }
