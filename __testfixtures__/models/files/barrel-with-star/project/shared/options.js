export const visit = { tableName: 'clinic_visit', underscored: true }
