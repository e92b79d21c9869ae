export const hard = { tableName: 'hard' }
