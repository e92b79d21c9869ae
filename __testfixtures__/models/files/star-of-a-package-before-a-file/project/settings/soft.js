export const softDelete = { paranoid: true, deletedAt: 'gone_at' }
